import type { Check, Tracker } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import type { Answer } from '../src/http.ts';

/** The page at /docs, a redirect to it followed. */
async function openDocs({ request }: Pick<Tracker, 'request'>): Promise<Answer> {
  const answer = await request('GET', '/docs');
  if (![301, 302, 303, 307, 308].includes(answer.status)) return answer;
  const target = URL.parse(answer.header('location') ?? '', 'http://localhost/docs');
  if (target === null) throw answer.fail('a redirect with a Location');
  return request('GET', target.pathname + target.search);
}

function isPage(answer: Answer): boolean {
  return (
    answer.status === 200 && answer.mediaType === 'text/html' && /<html|<!doctype html/i.test(answer.text)
  );
}

/** The scripts and stylesheets of a page, as absolute addresses. */
function assetsOf(page: Answer): URL[] {
  const scripts = [...page.text.matchAll(/<script\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi)];
  const links = [...page.text.matchAll(/<link\b[^>]*>/gi)]
    .filter(([tag]) => /rel\s*=\s*["']?stylesheet/i.test(tag))
    .map(([tag]) => /href\s*=\s*["']?([^"'\s>]+)/i.exec(tag) ?? []);
  return [...scripts, ...links].flatMap(([, address]) => {
    const url = address === undefined ? null : URL.parse(address, `http://localhost${page.exchange.path}`);
    return url === null ? [] : [url];
  });
}

/** The page at /docs, which people read. */
export const openApiDocsChecks: readonly Check[] = [
  {
    id: 'openapi.docs',
    since: '02',
    capability: 'openapi',
    title: 'GET /docs serves an HTML page',
    why: 'Programs read the document, people read a page, and can try every request in it.',
    hints: [
      'Who would rather not read JSON?',
      'Look for a package that makes a page from an OpenAPI document and serves it from your server.',
      'Mount Swagger UI at /docs; a redirect from /docs to /docs/ is fine.',
    ],
    async run(tracker) {
      const page = await openDocs(tracker);

      expectThat(page, isPage(page), '200   text/html   (a page, perhaps after a redirect to /docs/)');
    },
  },
  {
    id: 'openapi.docs-assets',
    since: '02',
    capability: 'openapi',
    title: 'the page at /docs gets its scripts and styles from this server',
    why: 'A page that needs another site does not open on a train, and shows that site whoever reads your documentation.',
    hints: [
      'Open the page with the network switched off. What do you see?',
      'Look at every src and href in the page: where do they lead, seen from the address of the page?',
      'Serve the files of Swagger UI yourself; relative addresses need the page at /docs/, with the slash.',
    ],
    async run(tracker) {
      const page = await openDocs(tracker);
      const assets = assetsOf(page);
      const kinds = [/script/, /css/].map((type) => ({ type, found: false }));
      for (const url of assets) {
        const here = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
        expectThat(page, here, 'scripts and styles from this server', `${url.href} in the page`);
        const asset = await tracker.request('GET', url.pathname + url.search);
        const served = asset.status === 200 && asset.bytes.length > 0;
        expectThat(asset, served, `200: the page at ${page.exchange.path} needs it`);
        for (const kind of kinds) kind.found ||= kind.type.test(asset.mediaType);
      }
      const both = kinds.every(({ found }) => found);
      const came = assets.map(({ pathname }) => pathname).join(', ') || 'a page with no src and no href';
      expectThat(page, both, 'a page with a script and a stylesheet', came);
    },
  },
  {
    id: 'openapi.docs-document',
    since: '02',
    capability: 'openapi',
    title: 'the page at /docs shows the document of this tracker',
    why: 'Swagger UI shows its own example, a pet shop, until it is told what to show.',
    hints: [
      'How does the page know about your document?',
      'Look at the settings that the page is made with: an address of a document, or the document itself.',
      'Give Swagger UI the url /openapi.json, or hand it the same document that you serve there.',
    ],
    async run(tracker) {
      const page = await openDocs(tracker);
      const texts = [page.text];
      for (const url of assetsOf(page)) {
        // Swagger UI's own bundles hold many addresses; only the small script that starts it tells which one is used.
        if (/bundle|preset|\.css$/.test(url.pathname)) continue;
        texts.push((await tracker.request('GET', url.pathname + url.search)).text);
      }
      const shown = texts.some(
        (text) => /openapi\.json/.test(text) || /["']?openapi["']?\s*:\s*["']3\.1/.test(text),
      );
      const expected = 'a page that names /openapi.json, or holds the document, in itself or in a script';
      expectThat(
        page,
        shown,
        expected,
        `neither in ${texts.length === 1 ? 'the page' : 'the page and its scripts'}`,
      );
    },
  },
];
