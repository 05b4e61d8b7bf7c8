// Prints the checks of a stage as an older suite has them, as JSON. Arguments: the folder of that suite, the stage's
// number, its capabilities. A process of its own, because a module that was loaded once stays.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { markChecks } from './suite.ts';

const [folder = '', number = '', capabilities = ''] = process.argv.slice(2);
const { checks } = await import(pathToFileURL(path.join(folder, 'checks', 'registry.ts')).href);
process.stdout.write(JSON.stringify(markChecks(checks, number, capabilities.split(','))));
