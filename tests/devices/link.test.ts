import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LinkReport } from '#electron/devices/link.ts';
import { Link } from '#electron/devices/link.ts';
import { HandTimers, settle, WireOpener } from './support.ts';

function bench(silentAfterMs?: number) {
  const opener = new WireOpener();
  const timers = new HandTimers();
  const reports: LinkReport[] = [];
  const heard: number[] = [];
  const link = new Link({
    opener,
    timers,
    silentAfterMs,
    onOpen: () => {},
    onBytes: (bytes) => heard.push(...bytes),
    onReport: (report) => reports.push(report),
  });
  const story = () => reports.map((report) => `${report.state} ${report.reason}`);
  return { opener, timers, reports, heard, link, story };
}

describe('device link', () => {
  it('opens, passes bytes, closes', async () => {
    const { link, opener, heard, story } = bench();
    link.start();
    await settle();
    opener.listener?.bytes(Uint8Array.of(0, 255, 13));
    assert.equal(await link.write(Uint8Array.of(1)), true);
    await link.stop();
    assert.deepEqual(heard, [0, 255, 13]);
    assert.deepEqual(story(), ['opening link.started', 'open link.opened', 'closed link.stopped']);
    assert.equal(await link.write(Uint8Array.of(1)), false);
  });

  it('tries again with growing delay, up to a limit, and starts small after success', async () => {
    const { link, opener, timers, reports } = bench();
    opener.refuseOpen = true;
    link.start();
    await timers.pass(60_000);
    const tries = reports.filter((report) => report.state === 'opening').length;
    // 0.5, 1, 2, 4, 8, then 10 s each: twelve tries would need more than a minute.
    assert.ok(tries >= 8 && tries <= 11, `${tries} tries`);
    opener.refuseOpen = false;
    await timers.pass(10_000);
    assert.equal(link.state, 'open');
    opener.listener?.closed('pulled');
    assert.equal(link.state, 'lost');
    await timers.pass(600);
    assert.equal(link.state, 'open');
    assert.equal(reports.find((report) => report.reason === 'link.portGone')?.detail, 'pulled');
  });

  it('hears nothing that waited in the buffer before the opening', async () => {
    const { link, opener, heard } = bench();
    opener.stale = Uint8Array.of(9, 9, 9);
    link.start();
    await settle();
    opener.listener?.bytes(Uint8Array.of(1));
    assert.deepEqual(heard, [1]);
  });

  it('reports silence, hears again, and opens anew when silence lasts', async () => {
    const { link, opener, timers, story } = bench(1000);
    link.start();
    await timers.pass(1000);
    assert.equal(link.state, 'silent');
    opener.listener?.bytes(Uint8Array.of(1));
    assert.equal(link.state, 'open');
    await timers.pass(3000);
    assert.equal(story().at(-1), 'lost link.silence');
    await timers.pass(250);
    assert.equal(opener.opened, 2);
  });

  it('takes a failed write as a lost line (some systems never say that the cable is out)', async () => {
    const { link, opener, story } = bench();
    link.start();
    await settle();
    opener.refuseWrite = true;
    assert.equal(await link.write(Uint8Array.of(1)), false);
    assert.equal(story().at(-1), 'lost link.writeFailed');
  });

  it('ignores late words of an old port and stays closed after stop', async () => {
    const { link, opener, timers, heard } = bench();
    link.start();
    await settle();
    const old = opener.listener;
    old?.closed('pulled');
    await timers.pass(1000);
    old?.bytes(Uint8Array.of(7));
    old?.closed('again');
    assert.equal(link.state, 'open');
    assert.deepEqual(heard, []);
    await link.stop();
    await timers.pass(60_000);
    assert.equal(link.state, 'closed');
  });
});
