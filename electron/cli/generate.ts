import process from 'node:process';
import { localDateOf, parseCivilDate } from '#shared/kernel/civil-date.ts';
import { generate } from '../generator/generate.ts';
import { systemClock } from '../ports/clock.ts';
import { configFolder } from '../start/config-folder.ts';
import { DEFAULT_ZONE } from '../station/core.ts';
import { textOption } from './arguments.ts';
import { dataOption } from './folder.ts';
import { fail, printJson } from './output.ts';
import { progressBar } from './progress.ts';
import type { Verb } from './verb.ts';

/** Each birth date has five hundred resident numbers a sex: more people than this would not fit. */
const MOST_DONORS = 4_000_000;

/**
 * `generate`: a new demo folder with invented donors and five earlier donations each on average. The
 * same seed and day make the same people; without a day it is today's.
 */
export const generateVerb: Verb = {
  usage: 'station generate --donors N [--seed S] [--on YYYY-MM-DD] --data DIR',
  options: ['donors=', 'seed=', 'on=', 'data='],
  run: async (args) => {
    const data = dataOption(args);
    if (data === undefined) return fail('cli.dataNeeded');
    const donors = wholeNumber(textOption(args, 'donors'));
    const seed = wholeNumber(textOption(args, 'seed') ?? '1');
    const today = parseCivilDate(
      textOption(args, 'on') ?? localDateOf(systemClock.now(), DEFAULT_ZONE),
    );
    if (!donors || donors > MOST_DONORS || seed === undefined || !today)
      return fail('cli.usage', generateVerb.usage);
    const bar = progressBar(process.stderr, donors, 'donors');
    const order = { data, configFolder: configFolder(), donors, seed, today };
    const made = await generate(order, bar.show);
    bar.end();
    if (!made.ok) return fail(made.error);
    printJson({ ok: true, ...made.value, seed, on: today });
    return 0;
  },
};

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
