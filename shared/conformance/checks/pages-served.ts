import type { Check } from '../src/check.ts';
import { Failure } from '../src/failure.ts';
import type { Instance } from '../src/instance.ts';
import { findListener } from '../src/process-table.ts';
import { give } from './page-steps.ts';

/** How long somebody waits for a page whose tracker has frozen, in milliseconds. */
const FROZEN_LIMIT = 12_000;

const UNKNOWN = {
  expected: 'a machine on which a process can be stopped and woken again',
  came: 'this one does not tell which process listens where; on Windows run the check in WSL',
};

/** What the pages' server answers, whoever asks and whatever is wrong behind it. */
export const pagesServedChecks: readonly Check[] = [
  {
    id: 'pages.head',
    since: '07',
    capability: 'pages',
    title: 'HEAD of a page answers as GET does: the same status, the same address where it redirects',
    why: 'Link checkers, chat programs and monitors ask with HEAD. They are told that a page is there which is not.',
    hints: [
      'curl -I asks with HEAD. What does it say about a task that is not there?',
      'Look at what runs before your pages: does it look at the method, and only know GET?',
      "In the proxy treat 'HEAD' like 'GET'.",
    ],
    async run(tracker) {
      const id = await give(tracker, '/tasks', { title: `task ${tracker.random.token()}` });
      for (const path of [
        '/',
        '/tasks',
        `/tasks/${id}`,
        '/tasks/987654321',
        '/leads/987654321',
        '/nowhere',
      ]) {
        const get = await tracker.fetchPage(path);
        const head = await tracker.fetchPage(path, { method: 'HEAD' });
        if (head.status !== get.status) throw head.fail(`${get.status}, as GET answers`);
        const [from, to] = [get, head].map((answer) => answer.header('location')?.split(',')[0]); // Next.js may say it twice.
        if (from !== to) throw head.fail(`Location: ${from}, as GET answers`, `Location: ${to ?? 'none'}`);
      }
    },
  },
  {
    id: 'pages.frame',
    since: '07',
    capability: 'pages',
    title: 'every page has the frame of the layout: a navigation, one main part, a footer',
    why: 'Who moves by landmarks finds the same ones everywhere. A layout says them once for all pages.',
    hints: [
      'What is the same on all your pages, and how often is it written?',
      'Look at app/layout.tsx: what stands around children?',
      'In the layout: <header> with <nav>, then {children} (each page is a <main>), then <footer>.',
    ],
    async run(tracker) {
      const id = await give(tracker, '/leads', { name: `Ana ${tracker.random.token()}` });
      for (const path of ['/tasks', '/leads', `/leads/${id}`, '/nowhere']) {
        const answer = await tracker.fetchPage(path);
        for (const part of ['nav', 'main', 'footer']) {
          const count = answer.text.match(new RegExp(`<${part}[ >]`, 'g'))?.length ?? 0;
          if (count === 0) throw answer.fail(`<${part}> in the HTML`, 'HTML without it');
          if (part === 'main' && count > 1) throw answer.fail('one <main>', `${count} of them`);
        }
      }
    },
  },
  {
    id: 'pages.api-frozen',
    since: '07',
    capability: 'pages',
    title: 'when the API hangs, the pages still answer, within 12 s',
    why: 'A server that is gone says so at once. One that hangs says nothing, and everybody who asks it hangs as well.',
    hints: [
      'How long does fetch wait for an answer that never comes?',
      'Look at every place that asks the API: the pages, the actions, and what runs before them.',
      'fetch(url, { signal: AbortSignal.timeout(5_000) }), in the proxy as well, and a message when it ends so.',
    ],
    async run(tracker) {
      const server = await tracker.launch();
      const owner = findListener(server.child.pid, server.port);
      if (owner === undefined) throw new Failure(UNKNOWN);
      process.kill(owner, 'SIGSTOP');
      try {
        await Promise.all(['/tasks', '/leads', '/tasks/1'].map((path) => expectAnswer(server, path)));
      } finally {
        process.kill(owner, 'SIGCONT');
        await server.stop();
      }
    },
  },
];

async function expectAnswer({ pagePort }: Instance, path: string): Promise<void> {
  const began = Date.now();
  const signal = AbortSignal.timeout(FROZEN_LIMIT);
  try {
    const answer = await fetch(`http://127.0.0.1:${pagePort}${path}`, { signal, redirect: 'manual' });
    await answer.text();
  } catch (error) {
    const waited = `${((Date.now() - began) / 1000).toFixed(0)} s`;
    throw new Failure({
      sent: `kill -STOP ‹the API's process›, then GET ${path} of the pages`,
      expected: `an answer within ${FROZEN_LIMIT / 1000} s that says what is wrong`,
      came: `none after ${waited}: ${error instanceof Error ? error.name : error}`,
    });
  }
}
