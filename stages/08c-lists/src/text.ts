const UNSEEN = String.raw`\s\u00AD\u115F\u1160\u200B\u2060\u2800\u3164\uFEFF\uFFA0`;
const FIRST_TO_LAST_SEEN = new RegExp(`[^${UNSEEN}](?:.*[^${UNSEEN}])?`, 'su');
const BLANK = /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u;

export const CONTROL = /\p{Cc}/u;
export const CONTROL_IN_NOTES = /[^\P{Cc}\t\n\r]/u;

// A title, a name, a company, an address: spelled in one way (NFC), without what cannot be seen at its ends; '' if blank.
export function toLine(text: string) {
  const [line] = FIRST_TO_LAST_SEEN.exec(text.normalize()) ?? [''];
  return BLANK.test(line) ? '' : line;
}

// Notes keep their ends: a first line may be indented.
export function toNotes(text: string) {
  return BLANK.test(text) ? '' : text.normalize();
}
