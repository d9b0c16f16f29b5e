import type { KeyStore } from '../ports/key-store.ts';

/** Gives the operating system's key store; only the desktop program can. */
export type SystemStore = () => Promise<KeyStore>;

/** Options and words of a call: `--name value`, bare `--flag` as `true`, the rest in order. */
export interface CliArguments {
  readonly options: Readonly<Record<string, string | true>>;
  readonly words: readonly string[];
  /** Where the desktop program runs the verb. */
  readonly systemStore?: SystemStore | undefined;
}

/** One verb of the terminal door. */
export interface Verb {
  readonly usage: string;
  /** Names of options; those ending in `=` take a value. */
  readonly options: readonly string[];
  /** Runs and answers the exit code. */
  readonly run: (args: CliArguments) => Promise<number>;
}
