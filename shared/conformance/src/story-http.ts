import { type Answer, curlLine } from './answer.ts';
import { mark, type Story } from './story.ts';

/** Adds a request to the story of its check; the answer then says how to repeat it from the beginning. */
export function tellRequest(story: Story, answer: Answer): Answer {
  const { method, path, body } = answer.exchange;
  const kind = path.startsWith('/leads') ? 'lead' : 'task';
  const marked = {
    ...answer.exchange,
    path: path.replace(/^\/(?:tasks|leads)\/(\d+)(?=$|\?)/, (whole, id) => whole.replace(id, mark(kind, id))),
    body:
      typeof body === 'string'
        ? body.replace(/"leadId":(\d+)/, (_, id) => `"leadId":${mark('lead', id)}`)
        : body,
  };
  const created = method === 'POST' && answer.status === 201 ? createdId(answer) : undefined;
  const line = curlLine(marked);
  const passing = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  const effect = answer.status >= 400 ? 'refused' : 'changes';
  story.tell(line, created === undefined ? undefined : mark(kind, created), passing ? 'reads' : effect);
  const alone = passing && marked.path === path && !/^\/(?:tasks|leads)(?=$|\?)/.test(path);
  const lines = alone ? undefined : story.retell();
  answer.again = (lines ?? [curlLine(answer.exchange)]).join('\n');
  // On a tracker started afresh people have other ids.
  if (/^\/admin\/users\/\d/.test(path)) answer.again = undefined;
  return answer;
}

function createdId(answer: Answer): string | undefined {
  const fromLocation = /\/(\d+)$/.exec(answer.header('location') ?? '')?.[1];
  return fromLocation ?? /"id"\s*:\s*(\d+)/.exec(answer.text)?.[1];
}
