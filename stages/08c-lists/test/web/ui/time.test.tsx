// @vitest-environment jsdom
import '../dom.ts';
import assert from 'node:assert/strict';
import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { test, vi } from 'vitest';
import { Time } from '../../../web/ui/time.tsx';

test('the server writes UTC and says so; the browser takes that over and then writes the time where its reader is', async () => {
  vi.stubEnv('TZ', 'America/New_York');
  const wrong = vi.fn();
  const time = <Time at="2026-01-15T17:30:00.000Z" />;
  const place = document.createElement('div');
  place.innerHTML = renderToString(time);
  assert.equal(place.textContent, '15 Jan 2026, 17:30 UTC');

  await act(async () => hydrateRoot(place, time, { onRecoverableError: wrong }));

  assert.equal(place.textContent, '15 Jan 2026, 12:30');
  assert.equal(wrong.mock.calls.length, 0);
  vi.unstubAllEnvs();
});
