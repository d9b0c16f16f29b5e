import assert from 'node:assert/strict';
import { mapMessage } from '#electron/devices/mapping/apply.ts';
import { familyOf } from '#electron/devices/mapping/families.ts';
import type { DeviceMapping } from '#electron/devices/mapping/schema.ts';
import { concatBytes } from '#electron/devices/protocols/bytes.ts';
import { bytesOfNotation } from '#electron/devices/protocols/notation.ts';
import type { ReceiverOutput } from '#electron/devices/protocols/receiver.ts';
import { inPieces, noise } from './noise.ts';

/** Everything but timers that a family's bytes come to; each piece handed out is stored at once. */
export function received(mapping: DeviceMapping, chunks: Iterable<Uint8Array>): ReceiverOutput[] {
  const receiver = familyOf(mapping.protocol, () => '2026-01-01T00:00:00.000Z').receiver();
  const all: ReceiverOutput[] = [];
  const take = (outputs: readonly ReceiverOutput[]): void => {
    all.push(...outputs.filter(({ kind }) => kind !== 'timer'));
    if (outputs.at(-1)?.kind === 'keep') take(receiver.step({ kind: 'stored' }));
  };
  for (const bytes of chunks) take(receiver.step({ kind: 'bytes', bytes }));
  return all;
}

/** The facts that were taken, as text: nothing else of a message has any effect. */
function factsOf(mapping: DeviceMapping, outputs: readonly ReceiverOutput[]): Set<string> {
  const reader = familyOf(mapping.protocol, () => '').reader();
  const messages = outputs.flatMap((output) =>
    output.kind === 'keep' ? reader.take(output.raw) : [],
  );
  const facts = messages.flatMap((one) => (one.ok ? mapMessage(mapping, one.value).facts : []));
  return new Set(facts.map((fact) => JSON.stringify(fact)));
}

/** What the examples of a mapping send, whole and in pieces that break it. */
function trafficOf({ examples }: DeviceMapping): Uint8Array[] {
  const whole = examples.flatMap(({ device }) => device.map(bytesOfNotation));
  const halves = whole.flatMap((bytes) => [
    bytes.slice(0, Math.floor(bytes.length / 2)),
    bytes.slice(3),
  ]);
  const talks = examples.map(({ device }) => concatBytes(device.map(bytesOfNotation)));
  return [...talks, ...talks, ...whole, ...halves];
}

/**
 * `size` bytes of broken traffic for one mapping: no crash, the same however they are cut, the memory of the
 * machine bounded; where the family has a check, no fact comes but those of the unbroken examples.
 */
export function fuzz(mapping: DeviceMapping, size: number, seed: number): void {
  const traffic = trafficOf(mapping);
  const bytes = noise(traffic, size, seed);
  const whole = received(mapping, inPieces(bytes, 4000));
  assert.deepEqual(received(mapping, inPieces(bytes, 7)), whole, mapping.id);
  const taken = factsOf(mapping, whole);
  assert.ok(taken.size > 0, `${mapping.id}: something good came through`);
  const { protocol } = mapping;
  const isChecked =
    protocol.family === 'hexFrame' ||
    protocol.family === 'lis' ||
    (protocol.family === 'line' && protocol.check.kind !== 'none');
  if (!isChecked) return;
  const good = factsOf(mapping, received(mapping, [concatBytes(traffic)]));
  for (const fact of taken) assert.ok(good.has(fact), `${mapping.id} took ${fact}`);
}

/** A stream that never ends a message: what the machine holds stays below a limit. */
export function flood(mapping: DeviceMapping, size: number): void {
  const receiver = familyOf(mapping.protocol, () => '').receiver();
  const [start] = mapping.examples.map(({ device }) => bytesOfNotation(device[0]!));
  receiver.step({ kind: 'bytes', bytes: start!.slice(0, 12) });
  const piece = new Uint8Array(4096).fill(0x41);
  for (let at = 0; at < size; at += piece.length) receiver.step({ kind: 'bytes', bytes: piece });
  const held = JSON.stringify(receiver, (_key, value: unknown) =>
    value instanceof Uint8Array ? `${'x'.repeat(value.length)}` : value,
  );
  assert.ok(held.length < 2_000_000, `${mapping.id} holds ${held.length}`);
}
