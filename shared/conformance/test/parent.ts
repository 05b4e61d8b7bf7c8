// Started by a test, to be killed by it: starts a process, says where the run's folder is, and stays.
import { Processes } from '../src/process.ts';
import { ROOT } from './fixture.ts';

const processes = new Processes(ROOT);
const child = processes.start([process.execPath, 'main.mjs'], { cwd: process.argv[2] ?? '' });
child.onOutput('stdout', (text) => process.stdout.write(`${text.trim()} ${processes.folder}\n`));
