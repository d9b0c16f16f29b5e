import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { createStation, type Station } from '#electron/station/create-station.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import { TEST_PIN_COST } from '#tests/support/station.ts';

/** What a station said of one command. */
export interface Said {
  readonly name: string;
  readonly commandId: string;
  readonly status: Answer['status'] | 'unrecorded';
  /** Code of a failure or of the first reason of a refusal. */
  readonly code: string;
}

/** What a course of commands came to. */
export interface CourseReport {
  readonly said: Said[];
  /** Codes of starts that were refused. */
  readonly starts: string[];
}

/** Told of each answer before the next command is given. */
export type Told = (said: Said) => void;

const ADMIN = { badge: 'B-1', pin: '602481' };

/** Facts of the invented site that may be amended, without its room. */
export const SITE = {
  name: '示范采浆点',
  licenceNumber: 'DEMO-0001',
  licenceExpires: '2099-12-31',
  contactPhone: '',
};

/** Opens the station whose data and configuration lie below a folder. */
export function openBelow(base: string) {
  const configFolder = join(base, 'config');
  return createStation({
    folder: join(base, 'data'),
    configFolder,
    keyStore: fileKeyStore(configFolder),
    log: silentLog,
    pinCost: TEST_PIN_COST,
    idleMinutes: 100_000,
  });
}

/** One person at a station that may fail at any moment. */
export class Hand {
  readonly #station: Station;
  readonly #told: Told;
  #token: string | undefined;

  constructor(station: Station, told: Told) {
    this.#station = station;
    this.#told = told;
  }

  async give(name: string, input: object, proof: object = {}): Promise<Answer> {
    const commandId = randomUUID();
    const answer = await this.#station.call(name, { commandId, input, proof }, { door: 'test' });
    // In rescue mode people may sign in to look, and nothing of it is recorded.
    const isRecorded = this.#station.core.rescue === undefined;
    const status = answer.status === 'ok' && !isRecorded ? 'unrecorded' : answer.status;
    const said = { name, commandId, status, code: codeOf(answer) } as const;
    this.#told(said);
    return answer;
  }

  /** Gives a command in a session of the administrator; a PIN goes with it where it is signed. */
  async act(name: string, input: object, isSigned = false): Promise<Answer | undefined> {
    this.#token ??= await this.#signIn();
    if (this.#token === undefined) return undefined;
    const actor = { kind: 'session', token: this.#token };
    return this.give(name, input, isSigned ? { actor, pin: ADMIN.pin } : { actor });
  }

  async #signIn(): Promise<string | undefined> {
    const { badge, pin } = ADMIN;
    const answer = await this.give('operators.signIn', { who: { badge }, pin });
    return answer.status === 'ok' ? (answer.value as { token: string }).token : undefined;
  }
}

function codeOf(answer: Answer): string {
  if (answer.status === 'failed') return answer.code;
  return answer.status === 'refused' ? (answer.reasons[0]?.code ?? '') : '';
}

/** A new folder: first start, the site founded, a member of staff enrolled. */
export async function foundBelow(base: string, told: Told = () => {}): Promise<CourseReport> {
  return sitting(base, told, async (hand) => {
    await hand.give('operators.foundSite', {
      ...SITE,
      room: '',
      facilityCode: 'A9999',
      administrators: [
        { name: '测试管理员甲', ...ADMIN },
        { name: '测试管理员乙', badge: 'B-2', pin: '602482' },
      ],
    });
    const nurse = { name: '测试护士', badge: 'B-3', roles: ['nurse'], pin: '908172' };
    await hand.act('operators.enrolStaff', nurse, true);
  });
}

/**
 * A fixed course at a founded site in two sittings: chairs, lots, places, a refusal, a proved copy, a
 * restart. Goes on after every failure, as people do.
 */
export async function workBelow(base: string, told: Told = () => {}): Promise<CourseReport> {
  const first = await sitting(base, told, async (hand) => {
    await hand.act('operators.amendSite', { ...SITE, room: '一号室' });
    await hand.act('equipment.setChair', chair(1));
    await hand.act('equipment.setPlace', place('F1'));
    await hand.act('equipment.setChair', { ...chair(2), chairId: 'nowhere' });
    await hand.act('equipment.backUp', {});
    await hand.act('operators.amendSite', { ...SITE, room: '二号室' });
  });
  const second = await sitting(base, told, async (hand) => {
    await hand.act('operators.amendSite', { ...SITE, room: '三号室' });
    await hand.act('equipment.setChair', chair(3));
  });
  return {
    said: [...first.said, ...second.said],
    starts: [...first.starts, ...second.starts],
  };
}

async function sitting(
  base: string,
  told: Told,
  work: (hand: Hand) => Promise<void>,
): Promise<CourseReport> {
  const report: CourseReport = { said: [], starts: [] };
  const started = await openBelow(base);
  if (!started.ok) {
    report.starts.push(started.error);
    return report;
  }
  const note: Told = (said) => {
    report.said.push(said);
    told(said);
  };
  await work(new Hand(started.value, note));
  started.value.close();
  return report;
}

function chair(position: number) {
  return { code: String(position), name: `${position}号椅`, position, active: true };
}

function place(code: string) {
  return { code, name: code, kind: 'freezer', minTenthsC: -400, maxTenthsC: -200, active: true };
}
