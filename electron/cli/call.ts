import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { Answer, Proof } from '#shared/contract/envelope.ts';
import { isOperation, operations } from '#shared/contract/index.ts';
import { saidRefusal } from '#shared/contract/refusal-words.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { connectControl } from '../control/client.ts';
import { lines } from '../control/protocol.ts';
import { configFolder } from '../start/config-folder.ts';
import { createStation } from '../station/create-station.ts';
import { textOption } from './arguments.ts';
import { dataOption, keyStoreOf } from './folder.ts';
import { fail, printJson } from './output.ts';
import { cliSaid } from './texts.ts';
import type { CliArguments, SystemStore, Verb } from './verb.ts';

/**
 * `call`: one operation, input as JSON on standard input; with `--batch` one envelope a line. PINs come
 * from the environment, never from arguments, which other users can read. Exit 0 ok, 2 refused (also
 * what is not JSON, too large or nested too deep), 1 failed; a batch ends with the worst of its answers.
 */
export const callVerb: Verb = {
  usage:
    'station call OPERATION --data DIR [--as BADGE] [--with BADGE] [--badge BADGE] [--command-id ID] [--expects JSON] [--batch]',
  options: ['data=', 'as=', 'with=', 'badge=', 'command-id=', 'expects=', 'batch'],
  run: async (args) => {
    const data = dataOption(args);
    const batch = args.options['batch'] === true;
    const name = args.words[0];
    // An id or expected versions belong to one command: in a batch each line has its own.
    const single =
      args.options['command-id'] !== undefined || args.options['expects'] !== undefined;
    if (data === undefined || (batch ? single : name === undefined))
      return fail('cli.usage', callVerb.usage);
    const opened = await openCaller(data, args.systemStore);
    if (typeof opened === 'string') return fail(opened);
    try {
      return batch ? await callBatch(opened, args, name) : await callOnce(opened, args, name ?? '');
    } finally {
      await opened.close();
    }
  },
};

const INPUT_LIMIT = 2 * 1024 * 1024;

interface Caller {
  readonly call: (name: string, envelope: unknown) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Through the control socket while a station runs, else on the folder itself. */
async function openCaller(
  data: string,
  systemStore: SystemStore | undefined,
): Promise<Caller | string> {
  const control = await connectControl(data);
  if (control) return { call: control.call, close: async () => control.close() };
  const keyStore = await keyStoreOf(data, systemStore);
  if (!keyStore.ok) return keyStore.error;
  const started = await createStation({
    folder: data,
    keyStore: keyStore.value,
    configFolder: configFolder(),
    guardClock: keyStore.value.kind !== 'demo',
  });
  if (!started.ok) return started.error;
  const station = started.value;
  return {
    call: (name, envelope) => station.call(name, envelope, { door: 'terminal' }),
    close: async () => station.close(),
  };
}

async function callOnce(caller: Caller, args: CliArguments, name: string): Promise<number> {
  const raw = await text(process.stdin);
  const input = parseJson(raw.trim() === '' ? '{}' : raw);
  const expects = parseJson(textOption(args, 'expects') ?? '{}');
  if (!input.ok) return show(refused(input.error));
  if (!expects.ok) return show(refused(expects.error));
  return show(await caller.call(name, envelope(args, name, input.value, expects.value)));
}

async function callBatch(
  caller: Caller,
  args: CliArguments,
  fixedName: string | undefined,
): Promise<number> {
  let worst = 0;
  for await (const line of lines(process.stdin, 'cut')) {
    if (line.trim() === '') continue;
    const code = show(await answerLine(caller, args, fixedName, line));
    worst = worst === 1 || code === 1 ? 1 : Math.max(worst, code);
  }
  return worst;
}

/** One line of a batch: an envelope, and the operation's name unless it was given once for all. */
async function answerLine(
  caller: Caller,
  args: CliArguments,
  fixedName: string | undefined,
  line: string,
): Promise<Answer> {
  const parsed = parseJson(line);
  if (!parsed.ok) return refused(parsed.error);
  if (typeof parsed.value !== 'object' || parsed.value === null) return refused('cli.notEnvelope');
  const { operation, ...given } = parsed.value as { operation?: unknown; input?: unknown };
  const name = operation ?? fixedName ?? '';
  if (typeof name !== 'string') return refused('station.unknownOperation');
  const base = envelope(args, name, given.input ?? {}, {});
  return caller.call(name, { ...base, ...given });
}

function refused(code: string): Answer {
  return { status: 'refused', reasons: [{ code }] };
}

function envelope(args: CliArguments, name: string, input: unknown, expects: unknown) {
  const isCommand = isOperation(name) && operations[name].kind === 'command';
  const proof = proofOf(args);
  return {
    ...(isCommand ? { commandId: textOption(args, 'command-id') ?? randomUUID(), expects } : {}),
    input,
    ...(proof ? { proof } : {}),
  };
}

function proofOf(args: CliArguments): Proof | undefined {
  const as = textOption(args, 'as');
  const second = textOption(args, 'with');
  const badge = textOption(args, 'badge');
  if (as === undefined) return undefined;
  return {
    actor: { kind: 'badge', badge: as, pin: process.env['STATION_PIN'] ?? '' },
    ...(badge === undefined ? {} : { badge }),
    ...(second === undefined
      ? {}
      : { second: { badge: second, pin: process.env['STATION_PIN_2'] ?? '' } }),
  };
}

/** A refusal also tells its sentences, so that whoever calls by hand reads what to do next. */
function show(answer: Answer): number {
  printJson(
    answer.status === 'refused'
      ? { ...answer, sentences: answer.reasons.map((one) => saidRefusal(one) ?? cliSaid(one.code)) }
      : answer,
  );
  switch (answer.status) {
    case 'ok':
      return 0;
    case 'refused':
      return 2;
    case 'failed':
      return 1;
  }
}

/** What reading puts in the place of bytes that are not UTF-8, as a Windows terminal may send them. */
const UNREAD = '\ufffd';

/** JSON as every door takes it: UTF-8, at most 2 MiB, and nested so that it can be written out again. */
function parseJson(source: string): Result<unknown, string> {
  if (source.length > INPUT_LIMIT) return err('cli.tooLarge');
  if (source.includes(UNREAD)) return err('cli.notJson');
  try {
    const value: unknown = JSON.parse(source);
    JSON.stringify(value);
    return ok(value);
  } catch (error) {
    return err(error instanceof RangeError ? 'cli.tooDeep' : 'cli.notJson');
  }
}
