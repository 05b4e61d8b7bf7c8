import type { Check } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectErrorAt, expectJson } from '../src/expect-http.ts';
import { readResources } from '../src/resource.ts';
import { KINDS, type Kind, LEADS, TASKS } from './kinds.ts';
import { askList, expectTotal, followLink, idsOn, MANY, makeLongList, readLinks } from './long-list.ts';

const USUAL = 20;

function fieldsOf(kind: Kind): string[] {
  return Object.keys(kind.shape);
}

/** Lists that come in pages, in the order that was asked for. */
export const pagingChecks: readonly Check[] = [
  {
    id: 'paging.first-page',
    since: '08c',
    capability: 'paging',
    title: 'a list answers its first 20 in the order of creation, and says how many there are',
    why: 'A list without an end is a page that loads a little slower every day. Twenty is what a person reads.',
    hints: [
      'What does GET /tasks cost when somebody has 50 000 of them?',
      'Look at the query of the list: does the database give twenty rows, or does your code throw the others away?',
      'take: 20 and orderBy: { id: "asc" } in the query, a count beside it, and X-Total-Count with that count.',
    ],
    async run(tracker) {
      const list = await makeLongList(tracker);
      for (const kind of KINDS) {
        const answer = await askList(tracker, list, kind, '');
        const first = list.ids[kind.path].slice(0, USUAL);
        expectSame(answer, idsOn(answer, kind), first, `the first ${USUAL} in the order of creation`);
        expectTotal(answer, MANY);
      }
    },
  },
  {
    id: 'paging.page-size',
    since: '08c',
    capability: 'paging',
    title: '?page= and ?pageSize= cut the list, and a page after the last one is empty',
    why: 'A phone asks for ten, an export for a hundred; and while somebody turns the pages, the last one may go.',
    hints: [
      'Which rows are on page 3, with 7 on each?',
      'Look at how you get from the page to the rows to skip: does the first page have the number 0 or 1?',
      'skip: (page - 1) * pageSize, take: pageSize; what is after the end is an empty list, not a 404.',
    ],
    async run(tracker) {
      const list = await makeLongList(tracker);
      for (const kind of KINDS) {
        const all = list.ids[kind.path];
        const pages: [string, readonly number[]][] = [
          ['?page=2', all.slice(20, 40)],
          ['?page=3', all.slice(40)],
          ['?pageSize=7', all.slice(0, 7)],
          ['?pageSize=7&page=3', all.slice(14, 21)],
          ['?page=45&pageSize=1', all.slice(44)],
          ['?pageSize=100', all],
          ['?page=4', []],
          ['?page=1000&pageSize=100', []],
        ];
        for (const [query, ids] of pages) {
          const answer = await askList(tracker, list, kind, query);
          expectSame(answer, idsOn(answer, kind), ids, 'this part of the list, in the order of creation');
          expectTotal(answer, MANY);
        }
      }
    },
  },
  {
    id: 'paging.sort',
    since: '08c',
    capability: 'paging',
    title: '?sort= puts the whole list in order, and - turns it around',
    why: 'Only the database sees all rows: whoever sorts the twenty that came sorts the wrong twenty.',
    hints: [
      'Sorted by title, which twenty are on the first page?',
      'Look at where the order is made: before the page is cut, or after?',
      'Give orderBy to the query: the field without its -, "desc" with it; then the id, so that ties keep their places.',
    ],
    async run(tracker) {
      const list = await makeLongList(tracker);
      for (const kind of KINDS) {
        const ids = list.ids[kind.path];
        const whole = await askList(tracker, list, kind, '?pageSize=100');
        const items = readResources(expectJson(whole, 200), whole, kind.name);
        const byText = items
          .toSorted((a, b) => (String(a[kind.required]) < String(b[kind.required]) ? -1 : 1))
          .map(({ id }) => id);
        const orders: [string, readonly number[]][] = [
          ['id', ids],
          ['-id', ids.toReversed()],
          ['createdAt', ids],
          [kind.required, byText],
          [`-${kind.required}`, byText.toReversed()],
          [kind === TASKS ? 'status' : 'stage', ids],
        ];
        for (const [sort, order] of orders) {
          for (const [page, from, to] of [[1, 0, 20] as const, [3, 40, 45] as const]) {
            const answer = await askList(tracker, list, kind, `?sort=${sort}&page=${page}`);
            const what = `the ${kind.name}s ${from + 1} to ${to} of all, sorted by ${sort}`;
            expectSame(answer, idsOn(answer, kind), order.slice(from, to), what);
          }
        }
      }
    },
  },
  {
    id: 'paging.links',
    since: '08c',
    capability: 'paging',
    title: 'Link leads from page to page, from the first to the last and back',
    why: 'A client that follows links needs to know nothing of your numbers, and goes on working when you change them.',
    hints: [
      'How does a program find the next page without putting the address together itself?',
      'Look at RFC 8288: how does a header hold several links, and what is rel?',
      'Link: </tasks?page=1>; rel="first", </tasks?page=3>; rel="next", …; prev and next only where there is one.',
    ],
    async run(tracker) {
      const list = await makeLongList(tracker);
      for (const kind of KINDS) {
        const start = await askList(tracker, list, kind, '?pageSize=10');
        const links = readLinks(start);
        const came = `Link: ${start.header('link') ?? '(not there)'}`;
        const known = ['first', 'next', 'last'].every((rel) => links.has(rel)) && !links.has('prev');
        expectThat(start, known, 'on the first page a Link to first, next and last, and none to prev', came);

        const seen: number[] = [];
        let answer = start;
        for (let page = 1; page <= 5; page += 1) {
          seen.push(...idsOn(answer, kind));
          if (page < 5) answer = await askList(tracker, list, kind, followLink(answer, kind, 'next'));
        }
        expectSame(answer, seen, list.ids[kind.path], 'every one once, along next from the first page on');
        const end = readLinks(answer).has('next');
        expectThat(answer, !end, 'no next on the last page', `Link: ${answer.header('link') ?? ''}`);
        for (const [rel, from, to] of [
          ['prev', 30, 40],
          ['first', 0, 10],
          ['last', 40, 45],
        ] as const) {
          const there = await askList(tracker, list, kind, followLink(answer, kind, rel));
          const ids = list.ids[kind.path].slice(from, to);
          expectSame(there, idsOn(there, kind), ids, `the page that ${rel} names on the last page`);
        }
      }
    },
  },
  {
    id: 'paging.links-keep',
    since: '08c',
    capability: 'paging',
    title: 'the links keep what else was asked for: filters, order and size',
    why: 'Page two of "done, newest first" has to be done and newest first, too.',
    hints: [
      'Somebody follows next on a filtered list. Is the filter still there?',
      'Look at where the links are written: from the query that came, or from its page alone?',
      'Copy the parameters of the request, set page, and write them into each link: new URLSearchParams(query).',
    ],
    async run(tracker) {
      const list = await makeLongList(tracker);
      for (const kind of KINDS) {
        const state = kind === TASKS ? 'status=todo' : 'stage=new';
        const query = `?${state}&q=${list.word}&sort=-${kind.required}&pageSize=4`;
        const whole = await askList(tracker, list, kind, query.replace('pageSize=4', 'pageSize=100'));
        const all = idsOn(whole, kind);

        const seen: number[] = [];
        let answer = await askList(tracker, list, kind, query);
        expectTotal(answer, MANY / 3);
        for (let page = 1; page <= 4; page += 1) {
          seen.push(...idsOn(answer, kind));
          if (page < 4) answer = await askList(tracker, list, kind, followLink(answer, kind, 'next'));
        }
        expectSame(answer, seen, all, 'along next the same list, in the same order, as on one page of 100');
      }
    },
  },
  {
    id: 'paging.sort-fields',
    since: '08c',
    capability: 'paging',
    title: 'a list can be sorted by each of its fields',
    why: 'What is shown in a column, people want to sort by.',
    hints: [
      'Which columns does your list have, and by which of them can it be put in order?',
      'Look at the schema of the query: are the fields written down a second time there?',
      'Derive the allowed values from the schema of the resource: each of its keys, with and without -.',
    ],
    async run(tracker) {
      const list = await makeLongList(tracker);
      for (const kind of KINDS) {
        for (const field of fieldsOf(kind)) {
          for (const sort of [field, `-${field}`]) {
            const answer = await askList(tracker, list, kind, `?sort=${sort}&pageSize=100`);
            const ids = idsOn(answer, kind).toSorted((a, b) => a - b);
            expectSame(answer, ids, list.ids[kind.path], 'all of them, in some order');
          }
        }
      }
    },
  },
  {
    id: 'paging.values',
    since: '08c',
    capability: 'paging',
    title: 'a page, a size or an order that cannot be answers 422 and names the parameter',
    why: 'pageSize=100000 is a way to bring a server down, and sort=passwordHash a way to learn what nobody should.',
    hints: [
      'What would your database do with each of these values if nobody asked?',
      'Look at the schema of the query: numbers with limits, and an order out of a list?',
      'page: a whole number from 1, pageSize: 1 to 100, sort: an enum of the fields with and without -. Else 422, path /page.',
    ],
    async run({ request }) {
      const wrong: Readonly<Record<string, readonly string[]>> = {
        page: ['0', '-1', '1.5', 'abc', '1e3', '', '2x'],
        pageSize: ['0', '-1', '101', '1000000', '1.5', 'ten', ''],
        sort: ['colour', '-', '', 'userId', '--id', '-constructor', 'createdAt desc'],
      };
      for (const kind of [TASKS, LEADS]) {
        for (const [name, values] of Object.entries(wrong)) {
          for (const value of values) {
            const answer = await request('GET', `${kind.path}?${name}=${encodeURIComponent(value)}`);
            expectErrorAt(answer, `/${name}`, `${JSON.stringify(value)} is no ${name}`);
          }
          const right = name === 'sort' ? 'id' : '1';
          const twice = await request('GET', `${kind.path}?${name}=${right}&${name}=${right}`);
          expectErrorAt(twice, `/${name}`, `${name} is given twice`);
        }
      }
    },
  },
];
