import type { AphAnswer, AphCommand, AphProgram } from '../protocols/aph.ts';
import type { Timers } from '../timers.ts';

/** What a machine makes of a programme; `read` is what it says that it holds afterwards. */
export type ProgramAnswer =
  | { readonly kind: 'read'; readonly program: AphProgram }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'noAnswer' };

type Word = Extract<AphAnswer, { type: 'program' | 'refused' }>;

/** A machine answers a word at once; after this it is taken for one that does not. */
const ANSWER_MS = 3_000;

/**
 * A programme on its way: sent, then asked back, for the answer to the first word may be an echo. What
 * counts is what the machine says that it holds. One at a time.
 */
export class AphProgramming {
  readonly #send: (command: AphCommand) => Promise<boolean>;
  readonly #timers: Timers;
  #take: ((word: Word | undefined) => void) | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(send: (command: AphCommand) => Promise<boolean>, timers: Timers) {
    this.#send = send;
    this.#timers = timers;
  }

  /** Sends a programme and asks for it back. */
  run(program: AphProgram): Promise<ProgramAnswer> {
    const answer = this.#last.then(() => this.#run(program));
    this.#last = answer;
    return answer;
  }

  /** Words of the machine about programmes. */
  take(word: Word): void {
    this.#take?.(word);
  }

  /** The line is gone: nothing will be answered. */
  abandon(): void {
    this.#take?.(undefined);
  }

  async #run(program: AphProgram): Promise<ProgramAnswer> {
    const taken = answerOf(await this.#ask({ type: 'program', ...program }));
    return taken.kind === 'read' ? answerOf(await this.#ask({ type: 'programQuery' })) : taken;
  }

  #ask(command: AphCommand): Promise<Word | undefined> {
    return new Promise((resolve) => {
      const give = (word: Word | undefined): void => {
        cancel();
        this.#take = undefined;
        resolve(word);
      };
      const cancel = this.#timers.after(ANSWER_MS, () => give(undefined));
      this.#take = give;
      void this.#send(command).then((sent) => {
        if (!sent && this.#take === give) give(undefined);
      });
    });
  }
}

function answerOf(word: Word | undefined): ProgramAnswer {
  if (word === undefined) return { kind: 'noAnswer' };
  if (word.type === 'refused') return { kind: 'refused', code: word.code };
  const { donation, targetMl, kit } = word;
  return { kind: 'read', program: { donation, targetMl, kit } };
}
