import process from 'node:process';
import { cliSentence } from './texts.ts';

/** Prints one JSON line. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Says on standard error why nothing was done: code, sentence, detail. Answers exit code 1. */
export function fail(code: string, detail = ''): number {
  const said = [`${code}:`, cliSentence(code), detail].filter((part) => part !== '').join(' ');
  process.stderr.write(`${said}\n`);
  return 1;
}

/** A reader such as `head` that has seen enough ends the program quietly, not with an error. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
