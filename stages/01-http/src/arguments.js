import { parseArgs } from 'node:util';
import { AppError } from './errors.js';

const OPTIONS = {
  file: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  notes: { type: 'string' },
  lead: { type: 'string' },
  status: { type: 'string' },
  email: { type: 'string' },
  company: { type: 'string' },
  stage: { type: 'string' },
};

export function parseArguments(args) {
  try {
    const { positionals, values } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    return { words: positionals, options: { ...values } };
  } catch (cause) {
    throw new AppError('usage', cause.message, { cause });
  }
}

// A line of a session is read as a shell would: blanks part the words, quotes hold them together.
export function splitLine(line) {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  if (/["']/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) {
    throw new AppError('usage', 'A quotation mark is opened and never closed');
  }
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
