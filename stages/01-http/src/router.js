import { AppError } from './errors.js';

// `routes` is a list of { method, path, handle }; a part of a path that begins with a colon is a parameter.
export function createRouter(routes) {
  return async function route(request, response) {
    const [path] = request.url.split('?');
    const found = routes
      .map((route) => ({ ...route, params: matchPath(route.path, path) }))
      .filter(({ params }) => params);
    if (found.length === 0) throw new AppError('not-found', `There is nothing at ${path}`);

    // A HEAD is a GET whose body stays at home; node:http leaves it out by itself.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const match = found.find((route) => route.method === method);
    if (match) return match.handle(request, response, match.params);

    response.setHeader('Allow', listMethods(found));
    if (method !== 'OPTIONS') throw new AppError('method-not-allowed', `${path} does not take ${method}`);
    response.writeHead(204).end();
  };
}

function matchPath(pattern, path) {
  const expected = pattern.split('/');
  const given = path.split('/');
  if (given.length !== expected.length) return undefined;

  const params = {};
  for (const [index, part] of expected.entries()) {
    if (part.startsWith(':') && given[index]) params[part.slice(1)] = given[index];
    else if (part !== given[index]) return undefined;
  }
  return params;
}

function listMethods(routes) {
  const methods = routes.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method));
  return [...methods, 'OPTIONS'].join(', ');
}
