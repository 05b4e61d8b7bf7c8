import cors from 'cors';

// A preflight goes on to its route, which knows the methods: Allow, 404 and 405 are the same for everybody.
export function createCors(origins: string[]) {
  return cors({
    origin: origins.includes('*') ? '*' : origins,
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: ['Content-Type', 'Authorization'],
    exposedHeaders: ['Location', 'Link', 'X-Total-Count'],
    preflightContinue: true,
  });
}
