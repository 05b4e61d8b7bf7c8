import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import { AppError } from './errors.ts';

const parse = express.json({ limit: 100_000, strict: false, verify: refuseUnreadable });

export const readJson = [refuseOtherTypes, parse, requireBody];

function refuseOtherTypes(request: Request, _response: Response, next: NextFunction) {
  const empty = request.get('Content-Length') === '0';
  if (!empty && request.is('application/json') === false) {
    const type = request.get('Content-Type') ?? 'missing';
    throw new AppError('unsupported-media-type', `The Content-Type must be application/json, not ${type}`);
  }
  next();
}

// Express takes an empty body for {}, mends bytes that are not UTF-8 and reads other encodings; here all are mistakes of
// the sender. Like Express, the decoder drops a byte order mark: a body that is nothing else is empty.
function refuseUnreadable(
  _request: IncomingMessage,
  _response: ServerResponse,
  bytes: Buffer,
  charset: string,
) {
  if (charset !== 'utf-8' || decode(bytes) === '') throw createMalformed();
}

function decode(bytes: Buffer) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw createMalformed(cause);
  }
}

function requireBody(request: Request, _response: Response, next: NextFunction) {
  if (request.body === undefined) throw createMalformed();
  next();
}

function createMalformed(cause?: unknown) {
  return new AppError('malformed-json', 'The body is not valid JSON in UTF-8', { cause });
}
