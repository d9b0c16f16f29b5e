/** Options and words of a call: `--name value`, bare `--flag` as `true`, the rest in order. */
export interface CliArguments {
  readonly options: Readonly<Record<string, string | true>>;
  readonly words: readonly string[];
}

/** One verb of the terminal door. */
export interface Verb {
  readonly usage: string;
  /** Names of options; those ending in `=` take a value. */
  readonly options: readonly string[];
  /** Runs and answers the exit code. */
  readonly run: (args: CliArguments) => Promise<number>;
}
