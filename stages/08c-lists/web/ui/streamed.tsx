import { setTimeout } from 'node:timers/promises';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Boundary } from './boundary.tsx';

// Milliseconds that nobody notices.
const QUICK = 100;

interface Props {
  data: Promise<unknown>;
  fallback: ReactNode;
  children: ReactNode;
}

// What is slow streams in after the rest of the page. Not into a document: its skeleton would wait for a script to be
// replaced. And not what is quick: React holds a skeleton for 300 ms once it is shown.
export async function Streamed({ data, fallback, children }: Props) {
  const sent = await headers();
  const whole = sent.get('sec-fetch-dest') !== 'empty' || (await isQuick(data));
  return (
    <Boundary whole={whole} fallback={fallback}>
      {children}
    </Boundary>
  );
}

function isQuick(data: Promise<unknown>): Promise<boolean> {
  return Promise.race([data.then(() => true), setTimeout(QUICK, false)]);
}
