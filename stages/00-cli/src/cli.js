#!/usr/bin/env node
import { createInterface } from 'node:readline';
import { createApp } from './app.js';
import { parseArguments, splitLine } from './arguments.js';
import { createDatabase } from './database.js';
import { AppError } from './errors.js';
import { openFile } from './file.js';
import { createLeadStore } from './leads/store.js';
import { createTaskStore } from './tasks/store.js';

process.exitCode = await main(process.argv.slice(2)).catch(report);

async function main(args) {
  const { words, options } = parseArguments(args);
  const { file, json, ...rest } = options;
  const { db, save } = file === undefined ? { db: createDatabase(), async save() {} } : await openFile(file);
  const app = createApp({
    tasks: createTaskStore(db),
    leads: createLeadStore(db),
    clock: () => new Date().toISOString(),
  });

  async function run(words, { help, ...options }) {
    if (help) return console.log(app.help);
    const { value, text } = await app.run(words, options);
    await save();
    console.log(json ? JSON.stringify(value) : text);
  }

  if (words.length === 0 && Object.keys(rest).length === 0) await converse(run);
  else await run(words, rest);
}

// Prompts only where a person types: what a program reads stays clean.
async function converse(run) {
  const { isTTY } = process.stdin;
  const lines = createInterface({
    input: process.stdin,
    output: isTTY && process.stdout,
    prompt: 'tracker> ',
  });

  if (isTTY) lines.prompt();
  for await (const line of lines) {
    if (['exit', 'quit'].includes(line.trim())) break;
    await runLine(line, run).catch(report);
    if (isTTY) lines.prompt();
  }
  lines.close();
}

async function runLine(line, run) {
  if (line.trim() === '') return;
  const { words, options } = parseArguments(splitLine(line));
  await run(words, options);
}

function report(error) {
  if (!(error instanceof AppError)) throw error;
  console.error(`error: ${error.message.replace(/\s+/g, ' ')}`);
  if (error.code !== 'usage') return 1;
  console.error('usage: tracker [--file <path>] [--json] [<command>]   (tracker --help lists the commands)');
  return 2;
}
