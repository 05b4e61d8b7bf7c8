import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject } from './manifest.ts';

interface DemoLead {
  name: string;
  email?: string;
  company?: string;
  notes?: string;
  steps: string[];
}

interface DemoTask {
  title: string;
  notes?: string;
  lead?: string;
  status: string;
}

/**
 * Fills an empty tracker with demonstration data, over HTTP as any client would.
 * @param address such as http://127.0.0.1:3000
 * @param canChange whether the tracker has PATCH, so that tasks and leads can leave their first state
 * @returns how many tasks and leads were made; undefined when the tracker held something already
 * @throws Error when the tracker does not take what it should take
 */
export async function fillWithDemo(
  address: string,
  canChange: boolean,
): Promise<{ tasks: number; leads: number } | undefined> {
  for (const list of ['/tasks', '/leads']) {
    const present: unknown = await (await fetch(new URL(list, address))).json();
    if (!Array.isArray(present) || present.length > 0) return undefined;
  }
  const demo: { leads: DemoLead[]; tasks: DemoTask[] } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '..', 'demo.json'), 'utf8'),
  );
  const ids = new Map<string, number>();
  for (const { steps, ...lead } of demo.leads) {
    const id = await send(address, 'POST', '/leads', lead);
    ids.set(lead.name, id);
    for (const stage of canChange ? steps : []) await send(address, 'PATCH', `/leads/${id}`, { stage });
  }
  for (const { lead, status, ...task } of demo.tasks) {
    const leadId = lead === undefined ? undefined : ids.get(lead);
    const id = await send(address, 'POST', '/tasks', { ...task, leadId });
    if (canChange && status !== 'todo') await send(address, 'PATCH', `/tasks/${id}`, { status });
  }
  return { tasks: demo.tasks.length, leads: demo.leads.length };
}

async function send(address: string, method: string, path: string, body: object): Promise<number> {
  const answer = await fetch(new URL(path, address), {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const resource: unknown = await answer.json();
  if (answer.ok && isObject(resource) && typeof resource.id === 'number') return resource.id;
  throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(resource)}`);
}
