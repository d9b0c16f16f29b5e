import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aftermath } from './aftermath.ts';
import type { CourseName } from './player.ts';
import { makeTemplate, Player, PROVING } from './rig.ts';
import { CHANGES, type FaultKind } from './shim/shim.ts';

/** Kills of each kind; a real process dies each time. */
const KILLS = PROVING ? 250 : 12;

const template = await makeTemplate();

async function killedAt(course: CourseName, kind: FaultKind, at: number) {
  const player = new Player(template);
  const fault = { kind, at, lasting: false, mask: CHANGES };
  const { said, died } = await player.playToDeath({ do: 'once', course, fault });
  return { ...(await aftermath(player.root, said)), died };
}

for (const course of ['work', 'found'] as const) {
  for (const kind of ['kill', 'tornKill'] as const) {
    test(`INV-33 INV-35 INV-37 ${course}: ${kind} at the n-th file operation`, async (t) => {
      const player = new Player(template);
      const { counted } = await player.play({ do: 'count', course, mask: CHANGES });
      await player.close();
      const wrong: string[] = [];
      let [kills, spared] = [0, 0];
      const step = counted / KILLS;
      for (let place = 1; place < counted; place += Math.max(1, step)) {
        const at = Math.floor(place);
        const after = await killedAt(course, kind, at);
        if (after.died) kills += 1;
        else spared += 1;
        if (after.start !== 'ready') wrong.push(`${at}: start ${after.start}`);
        wrong.push(...after.wrong.map((what) => `${at}: ${what}`));
      }
      t.diagnostic(`${kills} kills over ${counted} operations`);
      assert.ok(spared <= 1 + kills / 10, `${spared} of ${kills + spared} were not met`);
      assert.deepEqual(wrong, []);
    });
  }
}
