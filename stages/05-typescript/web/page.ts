export const NAMES = ['tasks', 'leads'] as const;
export type Name = (typeof NAMES)[number];

// What the script looks for is in the page and of the kind it takes it for, or the script stops right here.
export function find<T extends Element>(selector: string, kind: new () => T, root: ParentNode = document): T {
  return expect(root.querySelector(selector), selector, kind);
}

export function clone<T extends Element>(template: string, kind: new () => T): T {
  return expect(
    find(template, HTMLTemplateElement).content.firstElementChild?.cloneNode(true),
    template,
    kind,
  );
}

function expect<T>(value: unknown, selector: string, kind: new () => T): T {
  if (!(value instanceof kind)) throw new Error(`The page has no ${kind.name} at ${selector}`);
  return value;
}

export function say(name: Name, text: string) {
  find(`#${name} .message`, HTMLElement).textContent = text;
}

// Answers whether it went well; what did not is told next to the form, where nothing typed is lost.
export async function attempt(name: Name, act: () => Promise<unknown>) {
  const alert = find(`#${name} [role=alert]`, HTMLElement);
  try {
    await act();
    alert.hidden = true;
    return true;
  } catch (error) {
    say(name, '');
    alert.textContent = error instanceof Error ? error.message : String(error);
    alert.hidden = false;
    return false;
  }
}
