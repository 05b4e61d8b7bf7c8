// Loaded before the companion: ends it without warning just before its nth step that changes something.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let steps = 0;

function counted(module, name) {
  const original = module[name];
  module[name] = (...args) => {
    steps += 1;
    if (steps === Number(process.env.STOP_AT)) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}

for (const name of ['renameSync', 'rmSync', 'writeFileSync']) counted(fs, name);
counted(childProcess, 'spawnSync');
syncBuiltinESMExports();
