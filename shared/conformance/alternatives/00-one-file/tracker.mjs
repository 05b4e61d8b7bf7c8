import { closeSync, fsyncSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs';

class No extends Error {}
class Usage extends Error {}

// Ids need not begin at 1, nor follow each other.
const FIRST = 1000;
const STEP = 3;

const NEXT = {
  new: { contacted: true, lost: true },
  contacted: { qualified: true, lost: true },
  qualified: { won: true, lost: true },
  won: {},
  lost: { new: true },
};

const isControl = (code) => code < 32 || (code > 126 && code < 160);
const isControlInLines = (code) => isControl(code) && code !== 9 && code !== 10 && code !== 13;

// Widths of nothing, and letters without ink.
const GHOSTS = [0xad, 0x115f, 0x1160, 0x200b, 0x2060, 0x2800, 0x3164, 0xfeff, 0xffa0].map((code) =>
  String.fromCharCode(code),
);
const isBlank = (character) => character.trim() === '' || GHOSTS.includes(character);
const isSeen = (character) => !isBlank(character) && !/\p{DI}/u.test(character);

function checked(what, text, most, forbidden = isControl) {
  if (text.length > most) throw new No(`the ${what} is longer than ${most}`);
  for (let index = 0; index < text.length; index++) {
    if (forbidden(text.charCodeAt(index))) throw new No(`the ${what} holds a control character`);
  }
  return text;
}

// One line: peeled from both ends. Nothing, when nobody can see any of it.
function peeled(text) {
  const characters = [...text.normalize('NFC')];
  while (characters.length > 0 && isBlank(characters[0])) characters.shift();
  while (characters.length > 0 && isBlank(characters.at(-1))) characters.pop();
  return characters.some(isSeen) ? characters.join('') : null;
}

function named(what, text, most) {
  const line = peeled(text);
  if (line === null) throw new No(`the ${what} is empty`);
  return checked(what, line, most);
}

function noted(text) {
  return checked('notes', [...text].some(isSeen) ? text.normalize('NFC') : '', 10_000, isControlInLines);
}

function addressed(text) {
  const line = peeled(text);
  if (line === null) return null;
  const at = line.indexOf('@');
  const [user, host] = [line.slice(0, at), line.slice(at + 1)];
  const dull = at > 0 && /^[\w.+'-]+$/.test(user) && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host);
  if (!dull) throw new No(`"${line}" is no e-mail address`);
  return line;
}

// Everything that ever happened, in order; what is there now is found by going through it.
class History {
  #events = [];
  #path;
  tasks = [];
  leads = [];
  given = { task: FIRST, lead: FIRST };

  constructor(path) {
    this.#path = path;
    if (path !== undefined) this.#load();
  }

  add(...event) {
    const before = [this.tasks, this.leads].map((list) => list.map((one) => ({ ...one })));
    this.#events.push(event);
    this.#apply(event);
    try {
      this.#store();
    } catch (error) {
      this.#events.pop();
      [this.tasks, this.leads] = before;
      throw new No(`cannot write ${this.#path} (${error.code})`);
    }
  }

  #load() {
    let text;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (error.code === 'ENOENT') return;
      throw new No(`cannot read ${this.#path} (${error.code})`);
    }
    try {
      const { version, history } = JSON.parse(text);
      if (version !== 'tracker/1') throw new Error('another format');
      for (const event of history) this.#apply(event);
      this.#events = history;
    } catch {
      throw new No(`${this.#path} is not one of mine; I leave it alone`);
    }
  }

  #store() {
    if (this.#path === undefined) return;
    const beside = `${this.#path}~`;
    const handle = openSync(beside, 'w');
    writeSync(handle, JSON.stringify({ version: 'tracker/1', history: this.#events }, null, '\t'));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(beside, this.#path);
  }

  #apply([what, id, change]) {
    const [kind, verb] = what.split(' ');
    const list = kind === 'task' ? this.tasks : this.leads;
    if (verb === 'born') {
      this.given[kind] = id;
      list.push({ id, ...change });
    } else if (verb === 'changed') {
      const index = list.findIndex((one) => one.id === id);
      list[index] = { ...list[index], ...change };
    } else if (verb === 'gone') {
      const rest = list.filter((one) => one.id !== id);
      if (kind === 'task') this.tasks = rest;
      else this.leads = rest;
      const freed = this.tasks.map((task) => ({ ...task, leadId: task.leadId === id ? null : task.leadId }));
      if (kind === 'lead') this.tasks = freed;
    } else throw new Error('no such event');
  }
}

class Tracker {
  #history;

  constructor(history) {
    this.#history = history;
  }

  add(title, { notes = '', lead }) {
    const leadId = lead === undefined ? null : this.#find('lead', lead).id;
    const values = {
      title: named('title', title, 200),
      notes: noted(notes),
      leadId,
    };
    return this.#born('task', { ...values, status: 'todo' }, { completedAt: null });
  }

  list({ status }) {
    if (status !== undefined && !['todo', 'doing', 'done'].includes(status))
      throw new No(`no status ${status}`);
    return this.#history.tasks.filter((task) => (status ?? task.status) === task.status);
  }

  become(status, id) {
    const task = this.#find('task', id);
    if (task.status === status) return task;
    const now = new Date().toISOString();
    return this.#changed('task', task.id, {
      status,
      updatedAt: now,
      completedAt: status === 'done' ? now : null,
    });
  }

  delete(kind, id) {
    this.#history.add(`${kind} gone`, this.#find(kind, id).id);
  }

  addLead(name, { email, company }) {
    const values = {
      name: named('name', name, 120),
      email: email === undefined ? null : addressed(email),
      company: company === undefined ? null : checked('company', peeled(company) ?? '', 120) || null,
    };
    return this.#born('lead', { ...values, stage: 'new', notes: '' }, {});
  }

  listLeads({ stage }) {
    if (stage !== undefined && !Object.hasOwn(NEXT, stage)) throw new No(`no stage ${stage}`);
    return this.#history.leads.filter((lead) => (stage ?? lead.stage) === lead.stage);
  }

  move(id, stage) {
    const lead = this.#find('lead', id);
    if (!Object.hasOwn(NEXT, stage)) throw new No(`no stage ${stage}`);
    if (lead.stage === stage) return lead;
    if (!NEXT[lead.stage][stage]) throw new No(`a ${lead.stage} lead does not become ${stage}`);
    return this.#changed('lead', lead.id, { stage, updatedAt: new Date().toISOString() });
  }

  #find(kind, text) {
    const list = kind === 'task' ? this.#history.tasks : this.#history.leads;
    const found = list.find(({ id }) => String(id) === text);
    if (found === undefined) throw new No(`I know no ${kind} ${text}`);
    return found;
  }

  #born(kind, values, rest) {
    const now = new Date().toISOString();
    const id = this.#history.given[kind] + STEP;
    this.#history.add(`${kind} born`, id, { createdAt: now, updatedAt: now, ...rest, ...values });
    return this.#find(kind, String(id));
  }

  #changed(kind, id, change) {
    this.#history.add(`${kind} changed`, id, change);
    return this.#find(kind, String(id));
  }
}

const HELP = `I keep tasks and leads.
  add TITLE [--notes TEXT] [--lead ID]     list [--status STATUS]
  start ID   done ID   delete ID
  lead add NAME [--email ADDRESS] [--company NAME]
  lead list [--stage STAGE]   lead move ID STAGE   lead delete ID
Anywhere in the line: --file PATH (remember), --json (for programs), --help (this).
Nothing at all: I read lines until there are no more.`;

const COMMANDS = [
  [['add', 1], ['notes', 'lead'], (tracker, [title], options) => tracker.add(title, options)],
  [['list', 0], ['status'], (tracker, _, options) => tracker.list(options)],
  [['start', 1], [], (tracker, [id]) => tracker.become('doing', id)],
  [['done', 1], [], (tracker, [id]) => tracker.become('done', id)],
  [['delete', 1], [], (tracker, [id]) => tracker.delete('task', id)],
  [['lead add', 1], ['email', 'company'], (tracker, [name], options) => tracker.addLead(name, options)],
  [['lead list', 0], ['stage'], (tracker, _, options) => tracker.listLeads(options)],
  [['lead move', 2], [], (tracker, [id, stage]) => tracker.move(id, stage)],
  [['lead delete', 1], [], (tracker, [id]) => tracker.delete('lead', id)],
];

const VALUED = ['notes', 'lead', 'status', 'email', 'company', 'stage', 'file'];

function sort(words) {
  const plain = [];
  const options = {};
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const name = word.slice(2);
    if (!word.startsWith('--')) plain.push(word);
    else if (VALUED.includes(name)) {
      if (index + 1 === words.length) throw new Usage(`${word} needs a value`);
      index += 1;
      options[name] = words[index];
    } else if (['json', 'help'].includes(name)) options[name] = true;
    else throw new Usage(`I know no ${word}`);
  }
  return { plain, options };
}

function obey(tracker, plain, options) {
  for (const [[name, count], allowed, run] of COMMANDS) {
    const parts = name.split(' ');
    if (parts.some((part, index) => plain[index] !== part)) continue;
    const rest = plain.slice(parts.length);
    if (rest.length !== count) throw new Usage(`${name} takes ${count} more words, not ${rest.length}`);
    const foreign = Object.keys(options).filter((option) => !allowed.includes(option));
    if (foreign.length > 0) throw new Usage(`${name} has no --${foreign[0]}`);
    return run(tracker, rest, options);
  }
  throw new Usage(`I do not know how to ${plain.join(' ')}`);
}

function show(value, json) {
  if (value === undefined) return;
  if (json) process.stdout.write(`${JSON.stringify(value, null, 4)}\n`);
  else
    for (const one of [value].flat())
      process.stdout.write(`${one.status ?? one.stage}\t${one.title ?? one.name}\t(${one.id})\n`);
}

function complain(error) {
  if (!(error instanceof No || error instanceof Usage)) throw error;
  process.stderr.write(`error: ${error.message.replace(/[\r\n]+/g, ' ')}\n`);
  if (error instanceof No) return 1;
  process.stderr.write('Usage: tracker [COMMAND] (try --help)\n');
  return 2;
}

// Blanks part words; a quotation mark holds everything up to its like together.
function split(line) {
  const words = [];
  let word;
  let quote;
  for (const character of line) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word += character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (quote !== undefined) throw new Usage(`a ${quote} is left open`);
  return word === undefined ? words : [...words, word];
}

// Synchronous: the program stands still until there is something to read.
function* readLines() {
  const decoder = new TextDecoder();
  const bytes = Buffer.alloc(1000);
  let rest = '';
  for (;;) {
    let length = 0;
    try {
      length = readSync(0, bytes);
    } catch (error) {
      if (error.code === 'EAGAIN') continue;
      if (error.code !== 'EOF') throw error;
    }
    rest += decoder.decode(bytes.subarray(0, length), { stream: length > 0 });
    const lines = rest.split('\n');
    rest = lines.pop();
    yield* lines;
    if (length === 0) break;
  }
  if (rest !== '') yield rest;
}

function main() {
  const { plain, options } = sort(process.argv.slice(2));
  const { file, json, help, ...rest } = options;
  if (help) return process.stdout.write(`${HELP}\n`);
  const tracker = new Tracker(new History(file));
  if (plain.length > 0 || Object.keys(rest).length > 0) return show(obey(tracker, plain, rest), json);
  for (const line of readLines()) {
    if (/^\s*(exit|quit)\s*$/.test(line)) return;
    try {
      const { plain, options } = sort(split(line));
      if (plain.length > 0) show(obey(tracker, plain, options), json);
    } catch (error) {
      complain(error);
    }
  }
}

try {
  main();
} catch (error) {
  process.exitCode = complain(error);
}
