import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startTexts } from '#electron/start/texts.ts';
import type { Station } from '#electron/station/create-station.ts';
import { temporaryFolder } from '#tests/support/station.ts';
import { aftermath } from './aftermath.ts';
import { Hand, openBelow, type Said, SITE } from './course.ts';
import { makeTemplate } from './rig.ts';

export const template = await makeTemplate();

/** A founded site to be abused. */
export function site(): string {
  const base = temporaryFolder();
  cpSync(template, base, { recursive: true });
  return base;
}

export interface Open {
  readonly station: Station;
  readonly hand: Hand;
  readonly said: Said[];
  /** Gives a command that changes the site. */
  readonly room: (room: string) => Promise<Said>;
}

export async function opened(base: string): Promise<Open> {
  const started = await openBelow(base);
  assert.ok(started.ok, started.ok ? '' : started.error);
  const said: Said[] = [];
  const hand = new Hand(started.value, (one) => said.push(one));
  const room = async (name: string) => {
    await hand.act('operators.amendSite', { ...SITE, room: name });
    return said.at(-1) as Said;
  };
  return { station: started.value, hand, said, room };
}

export const data = (base: string, file = '') => join(base, 'data', file);
export const DATABASE = 'plasmapoint.db';

export async function startOf(base: string): Promise<string> {
  const started = await openBelow(base);
  if (!started.ok) {
    assert.ok(startTexts[started.error].zh.length > 10 && startTexts[started.error].en.length > 20);
    return started.error;
  }
  const { fault } = started.value.report;
  started.value.close();
  return fault?.code ?? 'ready';
}

/** The folder as a kill would leave it now: the process goes on, its files are copied. */
export function killed(base: string): string {
  const image = temporaryFolder();
  cpSync(base, image, { recursive: true });
  return image;
}

export async function whole(base: string, said: readonly Said[]): Promise<void> {
  assert.deepEqual(await aftermath(base, said), { start: 'ready', wrong: [] });
}
