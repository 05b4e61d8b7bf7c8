import { AppError } from './errors.js';
import { createLeadCommands } from './leads/commands.js';
import { createTaskCommands } from './tasks/commands.js';

export function createApp({ tasks, leads, clock }) {
  const commands = [...createTaskCommands({ tasks, clock }), ...createLeadCommands({ leads, clock })];

  // Words and options in; out come the value, for programs, and the text, for people.
  async function run(words, options) {
    const command = findCommand(commands, words);
    const args = words.slice(command.name.split(' ').length);
    checkCall(command, args, options);

    const value = await command.run(args, options);
    return { value, text: command.format(value) };
  }

  return { run, help: describeAll(commands) };
}

function findCommand(commands, words) {
  const line = words.join(' ');
  const command = commands.find(({ name }) => line === name || line.startsWith(`${name} `));
  if (!command) throw new AppError('usage', line ? `There is no command "${line}"` : 'Say which command');
  return command;
}

function checkCall(command, args, options) {
  const { name, takes = [], options: known = {} } = command;
  const foreign = Object.keys(options).find((option) => !Object.hasOwn(known, option));
  if (foreign) throw new AppError('usage', `${name} does not take --${foreign}`);
  if (args.length !== takes.length) {
    throw new AppError('usage', `It is "${describe(command)}"; put quotes around text with blanks`);
  }
}

function describe({ name, takes = [], options = {} }) {
  const flags = Object.entries(options).map(([option, value]) => `[--${option} <${value}>]`);
  return [name, ...takes.map((argument) => `<${argument}>`), ...flags].join(' ');
}

function describeAll(commands) {
  return [
    'tracker <command>   runs one command',
    'tracker             reads commands from standard input, a line each, until "exit"',
    '',
    ...commands.map((command) => `  ${describe(command)}`),
    '',
    '  --file <path>   keep the data in this JSON file (without it: in memory, gone at exit)',
    '  --json          print JSON',
    '  --help          print this',
  ].join('\n');
}
