import { send } from './api.ts';
import { leads, readLead } from './lead-view.ts';
import { attempt, find, NAMES, type Name } from './page.ts';
import { readTask, status, tasks } from './task-view.ts';
import { load, type Typed } from './view.ts';

const loadView: Record<Name, () => Promise<void>> = {
  tasks: () => load(tasks),
  leads: () => load(leads),
};

window.addEventListener('hashchange', () => find('h1', HTMLElement, open()).focus());
status.addEventListener('change', () => load(tasks));
submit('tasks', readTask);
submit('leads', readLead);
open();

// Shows the view that the address names.
function open() {
  const current = location.hash === '#leads' ? 'leads' : 'tasks';
  for (const name of NAMES) {
    find(`#${name}`, HTMLElement).hidden = name !== current;
    find(`nav a[href="#${name}"]`, HTMLElement).ariaCurrent = name === current ? 'page' : null;
  }
  const section = find(`#${current}`, HTMLElement);
  document.title = `${find('h1', HTMLElement, section).textContent} · Tracker`;
  loadView[current]();
  return section;
}

function submit<Body extends object>(name: Name, read: (typed: Typed<Body>) => Body) {
  const form = find(`#${name} form`, HTMLFormElement);
  form.noValidate = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const added = await attempt(name, async () => {
      const body = read((field) => find(`[name=${field}]`, HTMLInputElement, form).value);
      await send('POST', `/${name}`, body);
      form.reset();
      find('input', HTMLElement, form).focus();
    });
    if (added) await loadView[name]();
  });
}
