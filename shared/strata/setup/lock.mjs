// One setup at a time. The holder keeps its lock's time fresh, so that a lock whose holder crashed does not stay.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const FRESH = 15_000;
const BEAT = 1_000;
const POLL = 150;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits for the lock and takes it; calls `onWait` once when another setup holds it. Gives back how to release it. */
export async function takeLock(folder, onWait) {
  const owner = `${hostname()} ${process.pid}`;
  let waited = false;
  for (;;) {
    if (tryToTake(folder, owner)) break;
    if (isAbandoned(folder)) {
      setAside(folder);
    } else {
      if (!waited) onWait();
      waited = true;
      await pause(POLL);
    }
  }
  const beat = setInterval(() => refresh(folder), BEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (ownerOf(folder) === owner) rmSync(folder, { recursive: true, force: true });
  };
}

function tryToTake(folder, owner) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(folder, 'owner'), owner);
  return true;
}

function ownerOf(folder) {
  try {
    return readFileSync(join(folder, 'owner'), 'utf8');
  } catch {
    return ''; // taken a moment ago, or just released
  }
}

function isAbandoned(folder) {
  const [host, pid] = ownerOf(folder).split(' ');
  if (host === hostname() && pid && !isAlive(Number(pid))) return true;
  try {
    return Date.now() - statSync(folder).mtimeMs > FRESH;
  } catch {
    return false; // released meanwhile
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// A rename succeeds for one of several waiters only.
function setAside(folder) {
  const aside = `${folder}.${process.pid}`;
  try {
    renameSync(folder, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {} // another one was faster
}

function refresh(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {} // the folder is gone: the release notices
}
