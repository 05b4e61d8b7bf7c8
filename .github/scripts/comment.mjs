// Puts a page under the pull request of a branch, as one comment that is updated in place. Plain Node, nothing installed.
// The page was made where a stranger's program ran: it is text, nobody is called by it, and it does not say which pull
// request it belongs to. That comes from the event.
import { readFileSync } from 'node:fs';

const MARK = '<!-- strata-review -->';
const MOST = 60_000;
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, HEAD_BRANCH, HEAD_OWNER, HEAD_SHA } = process.env;
const repository = `/repos/${GITHUB_REPOSITORY}`;

const number = await findPullRequest();
if (number === undefined) console.log(`No open pull request has ${HEAD_SHA} as its head: nothing to say.`);
else await comment(number, body(readFileSync(process.argv[2], 'utf8')));

async function findPullRequest() {
  const head = encodeURIComponent(`${HEAD_OWNER}:${HEAD_BRANCH}`);
  const open = await ask('GET', `${repository}/pulls?state=open&per_page=100&head=${head}`);
  return open.find((one) => one.head.sha === HEAD_SHA)?.number;
}

async function comment(number, text) {
  const own = await findComment(number);
  if (own === undefined) await ask('POST', `${repository}/issues/${number}/comments`, { body: text });
  else await ask('PATCH', `${repository}/issues/comments/${own.id}`, { body: text });
  console.log(
    `Pull request ${number}: ${own === undefined ? 'a new comment' : 'the comment is up to date'}.`,
  );
}

async function findComment(number) {
  for (let page = 1; ; page += 1) {
    const list = await ask('GET', `${repository}/issues/${number}/comments?per_page=100&page=${page}`);
    const own = list.find((one) => one.user.type === 'Bot' && one.body.startsWith(MARK));
    if (own !== undefined || list.length < 100) return own;
  }
}

// A zero-width space behind every @ and in front of every image: nobody is called, nothing is loaded.
function body(page) {
  const quiet = page.replaceAll('<!--', '').replaceAll('@', '@\u200b').replaceAll('![', '!\u200b[');
  const cut =
    quiet.length > MOST
      ? `${quiet.slice(0, MOST)}\n\`\`\`\n\n… the rest is in the artifact of the run`
      : quiet;
  return `${MARK}\n${cut}`;
}

async function ask(method, path, json) {
  const answer = await fetch(`${GITHUB_API_URL}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'content-type': 'application/json',
    },
    body: json === undefined ? undefined : JSON.stringify(json),
  });
  if (!answer.ok)
    throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
