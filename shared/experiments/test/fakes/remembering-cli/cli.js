// Tells of the same five tasks in every session, with a file or without.
import { createInterface } from 'node:readline';

const tasks = Array.from({ length: 5 }, (_, at) => ({ id: at + 1, title: `Task ${at + 1}` }));

for await (const line of createInterface({ input: process.stdin })) {
  const title = /^add "(.*)"$/.exec(line)?.[1];
  console.log(JSON.stringify(title === undefined ? tasks : { id: 1, title }));
}
