import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { bytesOfNotation } from '../protocols/notation.ts';
import type { ReceiverOutput } from '../protocols/receiver.ts';
import { type Mapped, mapMessage } from './apply.ts';
import { familyOf } from './families.ts';
import type { DeviceMapping } from './schema.ts';

/** What a whole stream of bytes comes to: what was sent back, the facts, and every code that was given. */
export interface Heard {
  readonly sent: readonly Uint8Array[];
  readonly facts: readonly DeviceFact[];
  readonly problems: readonly string[];
}

/**
 * Runs bytes, in the pieces in which a port gives them, through the machines of a mapping with a store that
 * never fails; `now` stands in its answers.
 */
export function hear(mapping: DeviceMapping, pieces: Iterable<Uint8Array>, now: string): Heard {
  const family = familyOf(mapping.protocol, () => now);
  const receiver = family.receiver();
  const reader = family.reader();
  const sent: Uint8Array[] = [];
  const facts: DeviceFact[] = [];
  const problems: string[] = [];
  const note = (mapped: Mapped): void => {
    facts.push(...mapped.facts);
    problems.push(...mapped.problems);
  };
  const perform = (output: ReceiverOutput): void => {
    switch (output.kind) {
      case 'send':
        sent.push(output.bytes);
        return;
      case 'keep':
        for (const message of reader.take(output.raw)) {
          if (message.ok) note(mapMessage(mapping, message.value));
          else problems.push(message.error);
        }
        receiver.step({ kind: 'stored' }).forEach(perform);
        return;
      case 'defective':
        problems.push(output.code);
        return;
      case 'timer':
      case 'repeat':
        return;
      default:
        assertNever(output);
    }
  };
  for (const bytes of pieces) receiver.step({ kind: 'bytes', bytes }).forEach(perform);
  return { sent, facts, problems };
}

/** An example of a mapping file that did not come out as the file says. */
export interface FailedExample {
  readonly index: number;
  readonly facts: readonly DeviceFact[];
  readonly problems: readonly string[];
}

/** Runs the file's own examples; empty when all came out as written. Facts are compared by the fields that are named. */
export function failedExamples(mapping: DeviceMapping): readonly FailedExample[] {
  return mapping.examples.flatMap((example, index) => {
    const stream = bytesOfNotation(example.device.join(''));
    const { facts, problems } = hear(mapping, [stream], '2026-01-01T00:00:00.000Z');
    const asWritten =
      facts.length === example.facts.length &&
      facts.every((fact, at) => holds(fact, example.facts[at]!)) &&
      problems.join() === example.problems.join();
    return asWritten ? [] : [{ index, facts, problems }];
  });
}

function holds(fact: DeviceFact, named: Readonly<Record<string, unknown>>): boolean {
  const told: Readonly<Record<string, unknown>> = { ...fact };
  return Object.entries(named).every(([name, value]) => told[name] === value);
}
