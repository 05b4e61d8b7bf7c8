import type { Domain, Outcome, Resource } from '../domain.ts';
import type { Evidence } from '../failure.ts';
import { shorten } from '../output.ts';
import type { Program } from '../program.ts';
import { readResource, readResources } from '../resource.ts';
import type { Session } from '../session.ts';
import type { Reply } from '../session-output.ts';
import { mark, Story } from '../story.ts';
import { joinWords, visible } from '../words.ts';

type Kind = 'task' | 'lead';

/** The domain through an interactive session with --json. `open` gives the session that is running now. */
export function createCliDomain(program: Program, open: () => Session): Domain {
  const story = new Story();

  function evidence(sent: string, reply: Reply): Evidence {
    const done = reply.ok && reply.value === undefined ? 'done, and not refused' : undefined;
    const came = reply.ok ? (done ?? shorten(JSON.stringify(reply.value), 240)) : reply.refusal;
    const lines = story.retell();
    const command = joinWords([...program.words, '--json']);
    const again = lines && `printf '%s\\n' ${joinWords(lines)} | ${command}`;
    return { sent: `tracker ${shorten(visible(sent), 160)}`, came, again };
  }

  /** Sends a command in which ids are marks, and reads its answer with `read`. */
  async function run<T>(
    line: string,
    read: (value: unknown, evidence: Evidence) => T,
    kind?: Kind,
  ): Promise<Outcome<T>> {
    const sent = line.replace(/@(?:task|lead):(\d+)@/g, '$1');
    const reply = await open().ask(sent);
    const created = kind && reply.ok ? createdMark(kind, reply.value) : undefined;
    const effect = reply.ok ? 'changes' : 'refused';
    story.tell(line, created, /^(?:lead )?list\b/.test(line) ? 'reads' : effect);
    const facts = evidence(sent, reply);
    if (!reply.ok) return { ok: false, refusal: reply.refusal, evidence: facts };
    return { ok: true, value: read(reply.value, facts), evidence: facts };
  }

  async function remove(line: string, listing: string): Promise<Outcome<undefined>> {
    const sent = line.replace(/@(?:task|lead):(\d+)@/g, '$1');
    const { refusal } = await open().askThenList(sent, listing);
    story.tell(line, undefined, refusal === undefined ? 'changes' : 'refused');
    const reply: Reply = refusal === undefined ? { ok: true, value: undefined } : { ok: false, refusal };
    const facts = evidence(sent, reply);
    return reply.ok ? { ok: true, value: undefined, evidence: facts } : { ...reply, evidence: facts };
  }

  const one = (kind: Kind) => (value: unknown, facts: Evidence) =>
    readResource(value, facts, `a ${kind} as JSON`);
  const many = (kind: Kind) => (value: unknown, facts: Evidence) => readResources(value, facts, kind);

  return {
    createTask: ({ title, notes, leadId }) =>
      run(
        `add ${quote(title)}${option('notes', notes)}${leadId === undefined ? '' : ` --lead ${mark('lead', leadId)}`}`,
        one('task'),
        'task',
      ),
    listTasks: (filter) => run<Resource[]>(`list${option('status', filter?.status)}`, many('task')),
    changeTaskStatus: (id, status) =>
      run(`${status === 'doing' ? 'start' : 'done'} ${mark('task', id)}`, one('task')),
    deleteTask: (id) => remove(`delete ${mark('task', id)}`, 'list'),
    createLead: ({ name, email, company }) =>
      run(
        `lead add ${quote(name)}${option('email', email)}${option('company', company)}`,
        one('lead'),
        'lead',
      ),
    listLeads: (filter) => run<Resource[]>(`lead list${option('stage', filter?.stage)}`, many('lead')),
    moveLead: (id, stage) => run(`lead move ${mark('lead', id)} ${stage}`, one('lead')),
    deleteLead: (id) => remove(`lead delete ${mark('lead', id)}`, 'lead list'),
    carries: (text) => !/["\\\r\n\u2028\u2029\0]/.test(text),
  };
}

function quote(text: string): string {
  return /^[\w@.+-]+$/.test(text) && !text.startsWith('-') ? text : `"${text}"`;
}

function option(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` --${name} ${quote(value)}`;
}

function createdMark(kind: Kind, value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'number' ? mark(kind, id) : undefined;
}
