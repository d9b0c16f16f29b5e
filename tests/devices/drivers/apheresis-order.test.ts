import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AphDriverEvent } from '#electron/devices/drivers/apheresis.ts';
import { ApheresisDriver } from '#electron/devices/drivers/apheresis.ts';
import { encodeAphLine } from '#electron/devices/protocols/aph-line.ts';
import { byteText } from '#electron/devices/protocols/bytes.ts';
import { HandTimers, settle, WireOpener } from '../support.ts';

const answer = (name: string, values: Record<string, string>) =>
  encodeAphLine({ mark: '!', words: [name], values });
const identity = (newest: number, boot = 1) =>
  answer('IDENT', {
    sn: 'S1',
    model: 'M',
    fw: '1',
    boot: String(boot),
    first: '1',
    newest: String(newest),
  });
const record = (number: number) =>
  encodeAphLine({
    mark: '#',
    words: [String(number), '1', '2026-11-22T05:00:00.000Z', 'RESUME'],
    values: { run: '1' },
  });

async function bench(store: () => Promise<void> | void) {
  const opener = new WireOpener();
  const timers = new HandTimers();
  const events: AphDriverEvent[] = [];
  const interpreted: number[] = [];
  const driver = new ApheresisDriver({
    link: { opener, timers },
    memory: { serial: undefined, lastStored: 0, lastBoot: 1, uninterpreted: [] },
    store,
    interpret: (one) => {
      interpreted.push(one.number);
    },
    onEvent: (event) => events.push(event),
  });
  driver.start();
  await settle();
  const said = () => opener.written.map((bytes) => byteText(bytes).split('*')[0]!.slice(1));
  const hear = async (...lines: Uint8Array[]) => {
    for (const line of lines) opener.listener?.bytes(line);
    await settle();
  };
  const live = () => hear(identity(0), answer('SINCE', { from: '1', to: '0' }));
  return { opener, timers, events, interpreted, said, hear, live };
}

describe('apheresis driver order of acts', () => {
  it('acknowledges only what the store has kept, and interprets last', async () => {
    let keep = (): void => {};
    const b = await bench(() => new Promise<void>((resolve) => (keep = resolve)));
    await b.live();
    await b.hear(record(1));
    assert.equal(b.said().includes('ACK|1'), false);
    assert.deepEqual(b.interpreted, []);
    keep();
    await settle();
    assert.equal(b.said().at(-1), 'ACK|1');
    assert.deepEqual(b.interpreted, [1]);
  });

  it('does not acknowledge what could not be kept, and asks for it again', async () => {
    let broken = true;
    const b = await bench(() => {
      if (broken) throw new Error('disk full');
    });
    await b.live();
    await b.hear(record(1));
    assert.equal(b.events.at(-1)?.kind, 'fault');
    broken = false;
    await b.timers.pass(5000);
    await b.hear(identity(1));
    assert.equal(b.said().at(-1), 'SINCE|0');
    await b.hear(answer('SINCE', { from: '1', to: '1' }), record(1));
    assert.equal(b.said().at(-1), 'ACK|1');
    assert.deepEqual(b.interpreted, [1]);
  });

  it('ignores records before the handshake and repeats after it', async () => {
    const b = await bench(() => {});
    await b.hear(record(1));
    assert.deepEqual(b.interpreted, []);
    await b.live();
    await b.hear(record(1), record(1));
    assert.deepEqual(b.interpreted, [1]);
  });

  it('asks anew when a number is missing, and when the last record was lost', async () => {
    const b = await bench(() => {});
    await b.live();
    await b.hear(record(1), record(3));
    assert.deepEqual(b.interpreted, [1]);
    assert.equal(b.said().at(-1), 'SINCE|1');
    await b.hear(answer('SINCE', { from: '2', to: '3' }), record(2), record(3));
    assert.deepEqual(b.interpreted, [1, 2, 3]);
    await b.hear(answer('STATUS', { state: 'idle', run: '', newest: '4' }));
    assert.equal(b.said().at(-1), 'SINCE|3');
  });

  it('asks anew when the machine restarted without the line going down', async () => {
    const b = await bench(() => {});
    await b.live();
    await b.timers.pass(5000);
    assert.equal(b.said().at(-1), 'IDENT?');
    await b.hear(identity(0, 2));
    assert.deepEqual(b.events.at(-1), { kind: 'restarted', from: 1, to: 2 });
    assert.equal(b.said().at(-1), 'SINCE|0');
  });

  it('repeats the question of identity until it is answered', async () => {
    const b = await bench(() => {});
    await b.timers.pass(6000);
    assert.deepEqual(b.said(), ['IDENT?', 'IDENT?', 'IDENT?', 'IDENT?']);
  });
});
