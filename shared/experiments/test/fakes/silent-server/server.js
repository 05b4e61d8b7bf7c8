// Catches what goes wrong and forgets to answer.
import { createServer } from 'node:http';

const lists = { '/tasks': [], '/leads': [] };

createServer(async (request, response) => {
  const list = lists[request.url];
  if (list === undefined) return response.writeHead(404).end();
  if (request.method !== 'POST') return response.end(JSON.stringify(list));
  let body = '';
  for await (const chunk of request) body += chunk;
  try {
    const resource = { id: list.length + 1, ...JSON.parse(body) };
    list.push(resource);
    response.writeHead(201).end(JSON.stringify(resource));
  } catch (error) {
    console.error(error.message);
  }
}).listen(process.env.PORT, '127.0.0.1');
