// What <bdi> does where no element can stand, as in the title of a page: whatever direction a text has or asks for, it
// ends with the text.
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
