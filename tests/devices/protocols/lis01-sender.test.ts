import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { concatBytes } from '#electron/devices/protocols/bytes.ts';
import { CONTROL, encodeLis01Frame } from '#electron/devices/protocols/lis01-frame.ts';
import { Lis01Receiver } from '#electron/devices/protocols/lis01-receiver.ts';
import type { Lis01SenderOutput } from '#electron/devices/protocols/lis01-sender.ts';
import { Lis01Sender } from '#electron/devices/protocols/lis01-sender.ts';
import { feed, frameTexts, sentBytes, textBytes } from './lis01-support.ts';
import { ascii } from './support.ts';

const { ENQ, ACK, NAK, EOT, STX } = CONTROL;

describe('LIS01 sender', () => {
  const start = (sender: Lis01Sender, text: string): Lis01SenderOutput[] => {
    const outputs = sender.start(ascii(text));
    assert.ok(outputs.ok);
    return outputs.value;
  };
  const say = (sender: Lis01Sender, ...bytes: number[]): Lis01SenderOutput[] =>
    sender.step({ kind: 'bytes', bytes: Uint8Array.from(bytes) });
  const failure = (outputs: readonly Lis01SenderOutput[]): string | undefined =>
    outputs.flatMap((output) => (output.kind === 'failed' ? [output.code] : []))[0];

  it('asks, sends, ends', () => {
    const sender = new Lis01Sender('instrument');
    assert.deepEqual(start(sender, 'A\r')[0], { kind: 'send', bytes: Uint8Array.of(ENQ) });
    const frame = encodeLis01Frame({ number: 1, text: ascii('A\r'), last: true });
    assert.deepEqual(say(sender, ACK)[0], { kind: 'send', bytes: frame });
    const end = say(sender, ACK);
    assert.deepEqual(end[0], { kind: 'send', bytes: Uint8Array.of(EOT) });
    assert.equal(end.at(-1)?.kind, 'sent');
    assert.equal(sender.idle, true);
  });

  it('sends a frame six times in all, then gives up with EOT', () => {
    const sender = new Lis01Sender('instrument');
    start(sender, 'A\r');
    let frames = say(sender, ACK).filter((output) => output.kind === 'send').length;
    for (let refusal = 1; refusal < 6; refusal += 1)
      frames += say(sender, NAK).filter((output) => output.kind === 'send').length;
    assert.equal(frames, 6);
    const last = say(sender, NAK);
    assert.deepEqual(last[0], { kind: 'send', bytes: Uint8Array.of(EOT) });
    assert.equal(failure(last), 'lis01.tooManyRepeats');
  });

  it('gives up after 15 s of silence', () => {
    const sender = new Lis01Sender('instrument');
    assert.deepEqual(start(sender, 'A').at(-1), { kind: 'timer', ms: 15_000 });
    assert.equal(failure(sender.step({ kind: 'timeout' })), 'lis01.noAnswer');
  });

  it('waits 10 s for a busy receiver and asks again', () => {
    const sender = new Lis01Sender('instrument');
    start(sender, 'A');
    assert.deepEqual(say(sender, NAK), [{ kind: 'timer', ms: 10_000 }]);
    const again = sender.step({ kind: 'timeout' });
    assert.deepEqual(again[0], { kind: 'send', bytes: Uint8Array.of(ENQ) });
  });

  it('lets the instrument go first when both ask', () => {
    for (const [role, ms] of [
      ['instrument', 1000],
      ['host', 20_000],
    ] as const) {
      const sender = new Lis01Sender(role);
      start(sender, 'A');
      assert.deepEqual(say(sender, ENQ), [{ kind: 'contention' }, { kind: 'timer', ms }]);
    }
  });

  it('stops when the receiver asks for the line in the middle', () => {
    const sender = new Lis01Sender('instrument', 1);
    start(sender, 'AB');
    say(sender, ACK);
    assert.equal(failure(say(sender, EOT)), 'lis01.interrupted');
  });

  it('ignores noise in place of an answer', () => {
    const sender = new Lis01Sender('instrument');
    start(sender, 'A');
    assert.deepEqual(say(sender, 0xff, 0x41), []);
    assert.equal(say(sender, ACK)[0]?.kind, 'send');
  });

  it('refuses restricted bytes and a second message at once', () => {
    const sender = new Lis01Sender('instrument');
    assert.deepEqual(sender.start(Uint8Array.of(STX)), { ok: false, error: 'lis01.forbiddenByte' });
    start(sender, 'A');
    assert.deepEqual(sender.start(ascii('B')), { ok: false, error: 'lis01.sending' });
  });

  it('delivers any message to the receiver, whatever frames are refused on the way', () => {
    fc.assert(
      fc.property(textBytes, fc.array(fc.boolean(), { maxLength: 40 }), (message, refusals) => {
        const sender = new Lis01Sender('instrument', 40);
        const receiver = new Lis01Receiver();
        const begun = sender.start(message);
        assert.ok(begun.ok);
        const received: Uint8Array[] = [];
        let turn = 0;
        let run = 0;
        let outputs = begun.value;
        for (let step = 0; step < 2000 && !sender.idle; step += 1) {
          const bytes = outputs.flatMap((o) => (o.kind === 'send' ? [o.bytes] : []))[0]!;
          // At most four refusals in a row: the sixth would rightly end the transfer.
          const refuse = bytes.length > 1 && refusals[turn++] === true && run < 4;
          run = refuse ? run + 1 : 0;
          const sent = refuse ? bytes.map((b, at) => (at === bytes.length - 4 ? 0x5a : b)) : bytes;
          const heard = feed(receiver, [sent]);
          received.push(...frameTexts(heard));
          outputs = sender.step({ kind: 'bytes', bytes: Uint8Array.from(sentBytes(heard)) });
        }
        assert.ok(outputs.some((output) => output.kind === 'sent'));
        assert.deepEqual(concatBytes(received), message);
      }),
    );
  });
});
