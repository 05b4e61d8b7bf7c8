import { request } from './api.ts';
import { find } from './dom.ts';
import { leads, toLead } from './lead-view.ts';
import { alertOnError, VIEW_NAMES, type ViewName } from './messages.ts';
import { ignoreRepeatedPresses } from './press.ts';
import { status, tasks, toTask } from './task-view.ts';
import { type Item, load, showAdded, type Typed, type View } from './view.ts';

const loadView: Record<ViewName, () => Promise<void>> = {
  tasks: () => load(tasks),
  leads: () => load(leads),
};

window.addEventListener('pageshow', openView);
window.addEventListener('hashchange', () => find('h1', HTMLElement, openView()).focus());
status.addEventListener('change', () => load(tasks));
connectForm(tasks, toTask);
connectForm(leads, toLead);
ignoreRepeatedPresses();

// Shows the view that the address names.
function openView() {
  const current = location.hash === '#leads' ? 'leads' : 'tasks';
  for (const name of VIEW_NAMES) {
    find(`#${name}`, HTMLElement).hidden = name !== current;
    find(`nav a[href="#${name}"]`, HTMLElement).ariaCurrent = name === current ? 'page' : null;
  }
  const section = find(`#${current}`, HTMLElement);
  document.title = `${find('h1', HTMLElement, section).textContent} · Tracker`;
  loadView[current]();
  return section;
}

function connectForm<T extends Item, Body extends object>(
  view: View<T>,
  toBody: (typed: Typed<Body>) => Body,
) {
  const form = find(`#${view.name} form`, HTMLFormElement);
  form.noValidate = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const accepted = await alertOnError(view.name, async () => {
      const body = toBody((field) => find(`[name=${field}]`, HTMLInputElement, form).value);
      await request('POST', `/${view.name}`, body);
      form.reset();
      find('input', HTMLElement, form).focus();
    });
    if (accepted) await showAdded(view);
  });
}
