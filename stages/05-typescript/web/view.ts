import { send } from './api.ts';
import { attempt, clone, find, type Name, say } from './page.ts';

export interface Action {
  label: string;
  method?: 'PATCH' | 'DELETE';
  changes?: object;
}

export interface Description {
  title: string;
  badge: string;
  kind: string;
  more: string;
  done?: boolean;
  actions: Action[];
}

export interface View<T> {
  name: Name;
  path(): string;
  parse(answer: unknown): T[];
  describe(item: T): Description;
  empty(): string;
  items?: T[];
  asked?: string;
}

// What a person typed into the field of a form that has this name.
export type Typed<Body> = (field: Extract<keyof Body, string>) => string;

interface Item {
  id: number;
}

// What the tracker says becomes what the page shows. Of two answers only the later question's counts.
export async function load<T extends Item>(view: View<T>) {
  const path = view.path();
  view.asked = path;
  if (!view.items) say(view.name, 'Loading…');
  await attempt(view.name, async () => {
    const items = view.parse(await send('GET', path));
    if (view.asked !== path) return;
    view.items = items;
    draw(view, items);
  });
}

// Draws the whole list anew and gives the focus back to whoever had it.
function draw<T extends Item>(view: View<T>, items: T[]) {
  const list = find(`#${view.name} ul`, HTMLUListElement);
  const rows = list.getElementsByTagName('li'); // Live: first the old rows, then the new ones.
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && list.contains(active) ? active : undefined;
  const row = focused?.closest('li');
  const index = row ? [...rows].indexOf(row) : -1;

  list.replaceChildren(...items.map((item) => createItem(view, item)));
  say(view.name, items.length === 0 ? view.empty() : '');

  if (!focused) return;
  const same = [...list.querySelectorAll('button')].find(
    ({ dataset }) => dataset.key === focused.dataset.key,
  );
  (same ?? rows[index] ?? [...rows].at(-1) ?? find(`#${view.name} input`, HTMLElement)).focus();
}

function createItem<T extends Item>(view: View<T>, item: T) {
  const { title, badge, kind, more, done = false, actions } = view.describe(item);
  const element = clone('#item', HTMLLIElement);
  element.classList.toggle('done', done);
  find('.name', HTMLElement, element).textContent = title;
  find('.badge', HTMLElement, element).textContent = badge;
  find('.badge', HTMLElement, element).dataset.kind = kind;
  find('.more', HTMLElement, element).textContent = more;
  for (const action of actions) element.append(createButton(view, item, title, action));
  return element;
}

function createButton<T extends Item>(view: View<T>, { id }: T, title: string, action: Action) {
  const { label, method = 'PATCH', changes } = action;
  const button = clone('#action', HTMLButtonElement);
  button.textContent = label;
  button.ariaLabel = `${label}: ${title}`;
  button.dataset.key = `${id} ${label === 'Reopen' ? 'Done' : label}`;
  button.addEventListener('click', async () => {
    if (await attempt(view.name, () => send(method, `/${view.name}/${id}`, changes))) await load(view);
  });
  return button;
}
