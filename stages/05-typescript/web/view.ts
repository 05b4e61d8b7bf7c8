import { request } from './api.ts';
import { clone, find } from './dom.ts';
import { alertOnError, showMessage, type ViewName } from './messages.ts';

export interface Action {
  look: 'check' | 'step' | 'bin';
  label: string;
  method?: 'PATCH' | 'DELETE';
  changes?: object;
  question?: string;
}

export interface Description {
  title: string;
  badge: string;
  kind: string;
  more: (string | null)[];
  done?: boolean;
  actions: Action[];
}

export interface View<T> {
  name: ViewName;
  path(): string;
  parse(answer: unknown): T[];
  describe(item: T): Description;
  reveal?(): void;
  empty(): string;
  items?: T[];
  question?: symbol;
}

// What a person typed into the field of a form that has this name.
export type Typed<Body> = (field: Extract<keyof Body, string>) => string;

export interface Item {
  id: number;
}

// What the tracker says becomes what the page shows. Of several answers only the last question's counts.
export async function load<T extends Item>(view: View<T>) {
  const question = Symbol(view.name);
  view.question = question;
  if (!view.items) showMessage(view.name, 'Loading…');
  await alertOnError(view.name, async () => {
    const items = view.parse(await request('GET', view.path()));
    if (view.question !== question) return;
    view.items = items;
    draw(view, items);
  });
}

// A new item is the last of the list.
export async function showAdded<T extends Item>(view: View<T>) {
  view.reveal?.();
  await load(view);
  document.querySelector(`#${view.name} li:last-child`)?.scrollIntoView({ block: 'nearest' });
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
  showMessage(view.name, items.length === 0 ? view.empty() : '');

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
  find('.more', HTMLElement, element).append(...more.filter((text) => text).flatMap(createDetail));
  for (const action of actions) {
    const place = action.look === 'step' ? find('.steps', HTMLElement, element) : element;
    place.append(createButton(view, item, title, action));
  }
  return element;
}

// Each text has a direction of its own, which it keeps to itself.
function createDetail(text: string | null, index: number) {
  const detail = document.createElement('bdi');
  detail.textContent = text;
  return index === 0 ? [detail] : [' · ', detail];
}

function createButton<T extends Item>(view: View<T>, { id }: T, title: string, action: Action) {
  const { look, label, method = 'PATCH', changes, question } = action;
  const button = clone(`#${look}`, HTMLButtonElement);
  if (look === 'step') button.prepend(label);
  button.ariaLabel = `${label}: ${title}`;
  button.dataset.key = `${id} ${label === 'Reopen' ? 'Done' : label}`;
  button.addEventListener('click', async () => {
    if (question && !confirm(`${question}\n\n${title}`)) return;
    const accepted = await alertOnError(view.name, () => request(method, `/${view.name}/${id}`, changes));
    if (accepted) await load(view);
  });
  return button;
}
