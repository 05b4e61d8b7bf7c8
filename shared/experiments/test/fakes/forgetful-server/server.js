// Two requests at a time read the list before either writes it back: the second overwrites what the first wrote.
import { createServer } from 'node:http';

let tasks = [];
let other;

createServer(async (request, response) => {
  response.setHeader('Content-Type', 'application/json');
  if (request.method !== 'POST') return response.end(JSON.stringify(tasks));
  let body = '';
  for await (const chunk of request) body += chunk;
  const read = tasks;
  await anotherRequest();
  const task = { id: read.length + 1, title: JSON.parse(body).title };
  tasks = [...read, task];
  response.writeHead(201).end(JSON.stringify(task));
}).listen(process.env.PORT, '127.0.0.1');

function anotherRequest() {
  if (other === undefined) {
    return new Promise((resolve) => {
      other = resolve;
    });
  }
  other();
  other = undefined;
}
