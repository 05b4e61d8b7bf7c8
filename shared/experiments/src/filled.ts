import { goTo, seesItem, type View } from '../../conformance/checks/page-steps.ts';
import type { Instance } from '../../conformance/src/server.ts';
import type { Visit } from '../../conformance/src/visit.ts';

const TASKS = [
  { title: 'Call the printer', notes: 'Ask for the price of 500 flyers.' },
  { title: 'Send the offer to Northwind Traders before the end of the week' },
  { title: 'Book the hall' },
];
const LEADS = [
  { name: 'Ana Pop', email: 'ana.pop@northwind-traders.example.com', company: 'Northwind Traders' },
  { name: 'Ben Okafor', email: 'ben@example.com' },
  { name: 'Dana Reyes', company: 'Reyes & Daughters' },
  { name: 'Chen Li' },
];
const STEPS = [['contacted'], ['contacted', 'qualified', 'won'], ['contacted', 'qualified'], ['lost']];

/** Gives a server three tasks, one of them done, and leads at every stage but the first. Throws a Failure. */
export async function fill(server: Instance): Promise<void> {
  const ids: string[] = [];
  for (const task of TASKS) ids.push(await create(server, '/tasks', task));
  await patch(server, ids[2] ?? '', { status: 'done' });
  await patch(server, ids[1] ?? '', { status: 'doing' });
  for (const [at, lead] of LEADS.entries()) {
    const place = await create(server, '/leads', lead);
    for (const stage of STEPS[at] ?? []) await patch(server, place, { stage });
  }
}

/** Goes to a view of a server that was filled, and waits until its list is there. */
export async function goToFilled(visit: Visit, view: View): Promise<void> {
  await goTo(visit, view);
  await seesItem(visit, view === 'Tasks' ? 'Book the hall' : 'Chen Li');
}

async function create(server: Instance, path: string, json: object): Promise<string> {
  const answer = await server.request('POST', path, { json });
  const place = answer.header('location');
  if (answer.status !== 201 || place === undefined) throw answer.fail('201 and its Location');
  return new URL(place, 'http://localhost').pathname;
}

async function patch(server: Instance, path: string, json: object): Promise<void> {
  const answer = await server.request('PATCH', path, { json });
  if (answer.status !== 200) throw answer.fail('200');
}
