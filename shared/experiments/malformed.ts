import {
  type Expected,
  hangUp,
  head,
  JSON_TYPE,
  type Malformed,
  post,
  refused,
  send,
} from './src/malformed-request.ts';

const LONE = '\\ud800';

const NOT_JSON: Readonly<Record<string, string | Uint8Array>> = {
  'JSON cut short': '{"title":',
  'an empty body': '',
  'a body of blanks': '  \n ',
  'single quotes': "{'title': 'Buy milk'}",
  'a comma too many': '{"title": "Buy milk",}',
  'no JSON at all': 'title=Buy+milk',
  'two documents': '{"title":"Buy milk"}{"title":"Buy bread"}',
  'a comment': '{"title": "Buy milk" /* soon */}',
  'a number that JSON has not': '{"title": "Buy milk", "leadId": NaN}',
  'an escape that JSON has not': '{"title": "Buy \\x6dilk"}',
  'a raw NUL in a text': '{"title": "Buy\0milk"}',
  'a raw line break in a text': '{"title": "Buy\nmilk"}',
  '50 000 open brackets': '['.repeat(50_000),
  'UTF-8 cut short': bytes('{"title":"', [0xc3], '"}'),
  'Latin-1': bytes('{"title":"Caf', [0xe9], '"}'),
  'UTF-16': Buffer.from('\ufeff{"title":"Buy milk"}', 'utf16le'),
  'an overlong encoding': bytes('{"title":"', [0xc0, 0xaf], '"}'),
  'a surrogate in UTF-8': bytes('{"title":"', [0xed, 0xa0, 0x80], '"}'),
};

/** What breaks a rule of a new task: the JSON, and the pointer that the answer has to name. */
const TASKS: Readonly<Record<string, readonly [json: string, pointer: string]>> = {
  null: ['null', ''],
  'a list': ['[{"title":"Buy milk"}]', ''],
  'a text': ['"Buy milk"', ''],
  'a number': ['42', ''],
  'no title': ['{}', '/title'],
  'a title that is a number': ['{"title":42}', '/title'],
  'a title that is null': ['{"title":null}', '/title'],
  'a title that is an object': ['{"title":{"toString":"Buy milk"}}', '/title'],
  'a title of 40 000 nested lists': [`{"title":${nest(40_000)}}`, '/title'],
  'an empty title': ['{"title":""}', '/title'],
  'a title of blanks': ['{"title":" \\t "}', '/title'],
  'a title of 201 characters': [`{"title":"${'x'.repeat(201)}"}`, '/title'],
  'a title of 101 emoji': [`{"title":"${'🎁'.repeat(101)}"}`, '/title'],
  'NUL in a title': ['{"title":"Buy\\u0000milk"}', '/title'],
  'a line break in a title': ['{"title":"Buy\\nmilk"}', '/title'],
  'a terminal escape in a title': ['{"title":"Buy\\u001b[2Jmilk"}', '/title'],
  'a C1 control in a title': ['{"title":"Buy\\u0085milk"}', '/title'],
  'half a surrogate pair in a title': [`{"title":"Buy ${LONE}"}`, '/title'],
  'notes that are null': ['{"title":"Buy milk","notes":null}', '/notes'],
  'notes of 10 001 characters': [`{"title":"Buy milk","notes":"${'x'.repeat(10_001)}"}`, '/notes'],
  'NUL in notes': ['{"title":"Buy milk","notes":"\\u0000"}', '/notes'],
  'half a surrogate pair in notes': [`{"title":"Buy milk","notes":"${LONE}x"}`, '/notes'],
  'a leadId in quotes': ['{"title":"Buy milk","leadId":"1"}', '/leadId'],
  'half a leadId': ['{"title":"Buy milk","leadId":1.5}', '/leadId'],
  'the leadId 0': ['{"title":"Buy milk","leadId":0}', '/leadId'],
  'a leadId beyond all numbers': ['{"title":"Buy milk","leadId":1e400}', '/leadId'],
  'a leadId that is a list': ['{"title":"Buy milk","leadId":[1]}', '/leadId'],
  'the leadId of nobody': ['{"title":"Buy milk","leadId":999999}', '/leadId'],
  'a field that nobody knows': ['{"title":"Buy milk","colour":"red"}', '/colour'],
  'an id of the own choice': ['{"title":"Buy milk","id":7}', '/id'],
  'a status at creation': ['{"title":"Buy milk","status":"done"}', '/status'],
  'the field __proto__': ['{"title":"Buy milk","__proto__":{"status":"done"}}', '/__proto__'],
  'the field constructor': ['{"title":"Buy milk","constructor":1}', '/constructor'],
  'the field hasOwnProperty': ['{"title":"Buy milk","hasOwnProperty":1}', '/hasOwnProperty'],
  'a field with a slash': ['{"title":"Buy milk","a/b~c":1}', '/a~1b~0c'],
  'a field without a name': ['{"title":"Buy milk","":1}', '/'],
  'an unknown field 40 000 deep': [`{"title":"Buy milk","x":${nest(40_000)}}`, '/x'],
};

const LEADS: Readonly<Record<string, readonly [json: string, pointer: string]>> = {
  'no name': ['{"email":"ana@example.com"}', '/name'],
  'a name of 121 characters': [`{"name":"${'x'.repeat(121)}"}`, '/name'],
  'an address without @': ['{"name":"Ana","email":"ana.example.com"}', '/email'],
  'an address with blanks': ['{"name":"Ana","email":"ana pop@example.com"}', '/email'],
  'an address that is a list': ['{"name":"Ana","email":["ana@example.com"]}', '/email'],
  'a company of 121 characters': [`{"name":"Ana","company":"${'x'.repeat(121)}"}`, '/company'],
  'a company with DEL': ['{"name":"Ana","company":"Acme\\u007f"}', '/company'],
  'a stage at creation': ['{"name":"Ana","stage":"won"}', '/stage'],
};

const MEDIA_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/jsonp',
  'text/html; application/json',
];
const IDS = [':idx', ':id.5', '0', '-:id', '%00', '0x:id', '__proto__', 'NaN', '%F0%9F', '9'.repeat(400)];
const METHODS = ['PUT /tasks', 'DELETE /tasks', 'POST /tasks/:id', 'PUT /leads/:id', 'PROPFIND /leads'];
const PATHS = ['/nothing', '/__proto__', '/constructor', '/tasks/:id/title', '/%', '/..%2ftasks'];
const QUERIES: Readonly<Record<string, string>> = {
  '/tasks?status=todo&status=done': '/status',
  '/tasks?status=over': '/status',
  '/tasks?leadId=Ana': '/leadId',
  '/tasks?leadId=1&leadId=1': '/leadId',
  '/tasks?q=milk&q=bread': '/q',
  '/leads?stage=new&stage=lost': '/stage',
  '/leads?stage=__proto__': '/stage',
};
const CHANGES: Readonly<Record<string, readonly [json: string, expected: Expected]>> = {
  'a change of nothing': ['{}', refused(422, 'validation', '')],
  'a change that is a list': ['[]', refused(422, 'validation', '')],
  'a change cut short': ['{"title":', refused(400, 'malformed-json')],
  'a change to no title': ['{"title":null}', refused(422, 'validation', '/title')],
  'a status that there is not': ['{"status":"over"}', refused(422, 'validation', '/status')],
  'another id': ['{"id":7}', refused(422, 'validation', '/id')],
  'a change of __proto__': ['{"__proto__":{"status":"done"}}', refused(422, 'validation', '/__proto__')],
};

const BIG = JSON.stringify({ title: 'x'.repeat(200_000) });
const PART = '{"title":"Buy milk"}';

/** Malformed requests and what the contract answers to each; `:id` in a path is a task that exists. */
export const MALFORMED: readonly Malformed[] = [
  ...Object.entries(NOT_JSON).map(([name, body]) =>
    post('/tasks', name, body, refused(400, 'malformed-json')),
  ),
  ...Object.entries(TASKS).map(([name, [body, at]]) =>
    post('/tasks', name, body, refused(422, 'validation', at)),
  ),
  ...Object.entries(LEADS).map(([name, [body, at]]) =>
    post('/leads', name, body, refused(422, 'validation', at)),
  ),
  post('/tasks', 'a body without a media type', PART, refused(415, 'unsupported-media-type'), {}),
  ...MEDIA_TYPES.map((type) =>
    post('/tasks', `a body in ${type}`, PART, refused(415, 'unsupported-media-type'), {
      'Content-Type': type,
    }),
  ),
  post('/tasks', 'a body of 200 kB', BIG, refused(413, 'payload-too-large')),
  {
    ...post('/leads', 'a body of 200 kB, its length not said', BIG, refused(413, 'payload-too-large')),
    options: { chunks: [BIG.slice(0, 90_000), BIG.slice(90_000)], headers: JSON_TYPE },
  },
  ...IDS.map((id) =>
    send('01', 'DELETE', `/tasks/${id}`, `the id ${shorten(id)}`, refused(404, 'not-found')),
  ),
  ...PATHS.map((path) => send('01', 'GET', path, `the path ${shorten(path)}`, refused(404, 'not-found'))),
  ...METHODS.map((line) => {
    const [method = '', path = ''] = line.split(' ');
    return send('01', method, path, shorten(line), refused(405, 'method-not-allowed'));
  }),
  hangUp('hanging up in the head', 'POST /tasks HTTP/1.1\r\nHost: loc'),
  hangUp('hanging up before the body', head('Content-Length: 20')),
  hangUp('hanging up when some of the body is missing', `${head('Content-Length: 40')}${PART}`),
  hangUp('hanging up between two chunks', `${head('Transfer-Encoding: chunked')}14\r\n${PART}\r\n`),
  ...Object.entries(QUERIES).map(([path, at]) =>
    send('02', 'GET', path, `the query ${path}`, refused(422, 'validation', at)),
  ),
  ...Object.entries(CHANGES).map(([name, [body, expected]]) => ({
    ...send('02', 'PATCH', '/tasks/:id', name, expected),
    options: { body, headers: JSON_TYPE },
  })),
];

function bytes(before: string, between: readonly number[], after: string): Buffer {
  return Buffer.concat([Buffer.from(before), Buffer.from(between), Buffer.from(after)]);
}

// ':id.5' reads better as '1.5'.
function shorten(path: string): string {
  return path.replaceAll(':id', '1').replace(/(.{20}).+/, '$1…');
}

function nest(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
