import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CliArguments, Verb } from './verb.ts';

/**
 * Reads a verb's words and options. An unknown option is an error, not a word; after `--` all are
 * words. Answers the problem as one English line.
 */
export function parseCliArguments(
  verb: Verb,
  argv: readonly string[],
): Result<CliArguments, string> {
  const options: Record<string, string | true> = {};
  const words: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name, inline] = split(word.slice(2));
    if (verb.options.includes(name)) {
      if (inline !== undefined) return err(`--${name} takes no value`);
      options[name] = true;
    } else if (verb.options.includes(`${name}=`)) {
      const value = inline ?? argv[++at];
      // An empty path would mean whatever folder the terminal happens to stand in.
      if (value === undefined || value.trim() === '') return err(`--${name} needs a value`);
      options[name] = value;
    } else {
      return err(`unknown option --${name}`);
    }
  }
  return ok({ options, words });
}

/** The text of an option, or undefined where it was not given. */
export function textOption(args: CliArguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
}

function split(option: string): [string, string | undefined] {
  const equals = option.indexOf('=');
  return equals < 0 ? [option, undefined] : [option.slice(0, equals), option.slice(equals + 1)];
}
