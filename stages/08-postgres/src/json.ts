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

// Express takes an empty body for {} and mends bytes that are not UTF-8; here both are mistakes of the sender.
function refuseUnreadable(_request: IncomingMessage, _response: ServerResponse, bytes: Buffer) {
  try {
    if (bytes.length === 0) throw new SyntaxError('The body is empty');
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
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
