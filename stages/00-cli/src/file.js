import { open, readFile, rename, rm } from 'node:fs/promises';
import { createDatabase } from './database.js';
import { AppError } from './errors.js';
import { checkId, checkOneOf, checkUnknown, parseObject, refuseInvalid } from './fields.js';
import { STAGES } from './leads/lead.js';
import { STATUSES } from './tasks/task.js';

// Reads the data file once; `save` writes the database back when it has changed.
export async function openFile(path) {
  const found = await read(path);
  const db = found === undefined ? createDatabase() : parse(found, path);
  let saved = found && serialize(db);

  async function save() {
    const text = serialize(db);
    if (text === saved) return;
    await replace(path, text);
    saved = text;
  }

  return { db, save };
}

async function read(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause.code === 'ENOENT') return undefined;
    throw new AppError('unusable-file', `Cannot read ${path}: ${cause.message}`, { cause });
  }
}

// Written aside and renamed: whoever reads the file, even after a crash, finds the old data or the new, never half.
async function replace(path, text) {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(aside, 'w');
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(aside, path);
  } catch (cause) {
    await rm(aside, { force: true });
    throw new AppError('unusable-file', `Cannot write ${path}: ${cause.message}`, { cause });
  }
}

function serialize(db) {
  return `${JSON.stringify(db, (_, value) => (value instanceof Map ? [...value.values()] : value), 2)}\n`;
}

function parse(text, path) {
  try {
    const { tasks, leads } = parseObject(JSON.parse(text));
    const db = { tasks: parseTable(tasks, checkTask), leads: parseTable(leads, checkLead) };
    for (const { leadId } of db.tasks.rows.values()) {
      if (leadId !== null && !db.leads.rows.has(leadId)) throw new Error(`there is no lead ${leadId}`);
    }
    return db;
  } catch (cause) {
    throw new AppError('unusable-file', `${path} is not a data file of the tracker: ${cause.message}`, {
      cause,
    });
  }
}

function parseTable(table, checkRow) {
  const { lastId, rows } = parseObject(table);
  if (!Number.isSafeInteger(lastId) || !Array.isArray(rows)) throw new Error('a table needs lastId and rows');
  for (const row of rows) {
    checkRow(parseObject(row));
    refuseInvalid({ id: checkId(row.id) ?? (row.id > lastId ? 'must not be above lastId' : undefined) });
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (byId.size < rows.length) throw new Error('an id is there twice');
  return { lastId, rows: byId };
}

// The rules for texts may have been others when these were kept: here they only have to be text.
function checkTask({ id, title, notes, leadId, status, createdAt, updatedAt, completedAt, ...others }) {
  refuseInvalid({
    title: checkString(title),
    notes: checkString(notes),
    leadId: leadId === null ? undefined : checkId(leadId),
    status: checkOneOf(status, STATUSES),
    createdAt: checkTime(createdAt),
    updatedAt: checkTime(updatedAt),
    completedAt: status === 'done' ? checkTime(completedAt) : checkOneOf(completedAt, [null]),
    ...checkUnknown(others, []),
  });
}

function checkLead({ id, name, email, company, stage, notes, createdAt, updatedAt, ...others }) {
  refuseInvalid({
    name: checkString(name),
    email: email === null ? undefined : checkString(email),
    company: company === null ? undefined : checkString(company),
    notes: checkString(notes),
    stage: checkOneOf(stage, STAGES),
    createdAt: checkTime(createdAt),
    updatedAt: checkTime(updatedAt),
    ...checkUnknown(others, []),
  });
}

function checkString(value) {
  if (typeof value !== 'string') return 'must be text';
}

function checkTime(value) {
  const time = new Date(value);
  if (Number.isNaN(time.getTime()) || time.toISOString() !== value)
    return 'must be a time in UTC with milliseconds';
}
