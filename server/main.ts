import { run } from './commands/program.ts';

// Whoever reads may stop early (`| head`); all that was asked for has then been said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`commonbeat: standard output cannot be written: ${error.message}\n`);
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2));
