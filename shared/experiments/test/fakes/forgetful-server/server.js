// Waits between reading its list and writing it, as one does with a file: whoever writes meanwhile is overwritten.
import { createServer } from 'node:http';
import { setImmediate } from 'node:timers/promises';

let tasks = [];

createServer(async (request, response) => {
  response.setHeader('Content-Type', 'application/json');
  if (request.method !== 'POST') return response.end(JSON.stringify(tasks));
  const mine = [...tasks];
  let body = '';
  for await (const chunk of request) body += chunk;
  const task = { id: mine.length + 1, title: JSON.parse(body).title };
  await setImmediate();
  tasks = [...mine, task];
  response.writeHead(201).end(JSON.stringify(task));
}).listen(process.env.PORT, '127.0.0.1');
