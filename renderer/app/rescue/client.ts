import type { RescueInput, RescueName, RescueOutput } from '#shared/rescue/contract.ts';
import type { Transport } from '../transport.ts';

/** A sentence in both languages, as the door gives it. */
export type Sentence = { zh: string; en: string };

/** What the door answered; a refusal brings its own sentence. */
export type RescueAnswer<Name extends RescueName> =
  | { ok: true; value: RescueOutput<Name> }
  | { ok: false; code: string; sentence: Sentence };

/** The rescue screen's way to its door. */
export type RescueClient = <Name extends RescueName>(
  name: Name,
  input: RescueInput<Name>,
) => Promise<RescueAnswer<Name>>;

const NO_ANSWER: Sentence = {
  zh: '没有收到回答。请看工作站的程序是否还开着，然后再试。',
  en: 'No answer came. See whether the program still runs, then try again.',
};

/** The client over a transport; a lost answer is told as one. */
export function rescueClient(transport: Transport): RescueClient {
  return async (name, input) => {
    const answer = await transport.call(name, { input }).catch(() => undefined);
    if (answer?.status === 'ok') {
      return { ok: true, value: answer.value as RescueOutput<typeof name> };
    }
    if (answer?.status !== 'refused')
      return { ok: false, code: answer?.code ?? 'rescue.noAnswer', sentence: NO_ANSWER };
    const [reason] = answer.reasons;
    const { zh = NO_ANSWER.zh, en = NO_ANSWER.en } = reason?.params ?? {};
    const code = reason?.code ?? 'rescue.noAnswer';
    return { ok: false, code, sentence: { zh: String(zh), en: String(en) } };
  };
}
