import type { Domain, Outcome } from '../domain.ts';
import type { Evidence } from '../failure.ts';
import type { Answer, RequestOptions } from '../http.ts';
import { readResource, readResources } from '../resource.ts';

type Send = (method: string, path: string, options?: RequestOptions) => Promise<Answer>;

/** The domain over HTTP. A 2xx is done, a 4xx a refusal; anything else is neither and throws a Failure. */
export function createHttpDomain(send: Send): Domain {
  async function run<T>(
    method: string,
    path: string,
    json: unknown,
    read: (value: unknown, evidence: Evidence) => T,
  ): Promise<Outcome<T>> {
    const answer = await send(method, path, json === undefined ? {} : { json });
    if (answer.status >= 200 && answer.status < 300) {
      return {
        ok: true,
        value: read(answer.text === '' ? undefined : answer.json(), answer),
        evidence: answer,
      };
    }
    if (answer.status >= 400 && answer.status < 500)
      return { ok: false, refusal: answer.came, evidence: answer };
    throw answer.fail('2xx when it is done, 4xx when it is refused');
  }

  const one = (kind: string) => (value: unknown, answer: Evidence) =>
    readResource(value, answer, `a ${kind} as JSON`);
  const many = (kind: string) => (value: unknown, answer: Evidence) => readResources(value, answer, kind);
  const query = (filter: Readonly<Record<string, string>> = {}): string => {
    const text = new URLSearchParams(filter).toString();
    return text === '' ? '' : `?${text}`;
  };

  return {
    createTask: (task) => run('POST', '/tasks', task, one('task')),
    listTasks: (filter) => run('GET', `/tasks${query(filter)}`, undefined, many('task')),
    changeTaskStatus: (id, status) => run('PATCH', `/tasks/${id}`, { status }, one('task')),
    deleteTask: (id) => run('DELETE', `/tasks/${id}`, undefined, () => undefined),
    createLead: (lead) => run('POST', '/leads', lead, one('lead')),
    listLeads: (filter) => run('GET', `/leads${query(filter)}`, undefined, many('lead')),
    moveLead: (id, stage) => run('PATCH', `/leads/${id}`, { stage }, one('lead')),
    deleteLead: (id) => run('DELETE', `/leads/${id}`, undefined, () => undefined),
    carries: () => true,
  };
}
