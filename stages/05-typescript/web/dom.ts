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
