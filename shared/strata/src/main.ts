import module from 'node:module';

module.enableCompileCache?.();

const { currentPlace } = await import('./place.ts');
const { run } = await import('./program.ts');

// A reader that has seen enough (head, less) closes the pipe: that is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await run(currentPlace(), process.argv.slice(2));
