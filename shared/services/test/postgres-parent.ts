import { ask } from '../src/postgres/databases.ts';
import { startPostgres } from '../src/postgres.ts';

// Somebody who starts a Postgres, says where it is, and is killed (or leaves at once).
const [, , manner] = process.argv;
const postgres = await startPostgres({ own: true });
const [row] = await ask(postgres.address, 'SHOW data_directory');
if (manner === 'true') postgres.freeze();
console.log(JSON.stringify({ address: postgres.address, data: row?.data_directory }));
if (manner !== 'leave') setInterval(() => {}, 1000);
