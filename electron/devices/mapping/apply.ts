import { type DeviceFact, deviceFact } from '#shared/features/equipment/device-facts.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { timesAsInteger } from '../protocols/decimal.ts';
import { deviceTime } from '../protocols/device-time.ts';
import type { DeviceMessage, DeviceSegment } from '../protocols/receiver.ts';
import type { DeviceMapping, FactRule, FieldRule, REFUSAL_CODES } from './schema.ts';

export type MappingProblem =
  | (typeof REFUSAL_CODES)[number]
  | 'mapping.missing'
  | 'mapping.notANumber'
  | 'mapping.outOfRange'
  | 'mapping.unknownUnit'
  | 'mapping.unknownWord'
  | 'mapping.badTime'
  | 'mapping.badFact';

/** What a message comes to: facts, and why a value in it was not taken. */
export interface Mapped {
  readonly facts: readonly DeviceFact[];
  readonly problems: readonly MappingProblem[];
}

/** Gives the value at a place, seen from one segment of a message; '' when there is none. */
type Look = (place: string) => string;

/** Translates a message by a mapping. A rule gives a whole fact or a problem, never a fact with a guess in it. */
export function mapMessage(mapping: DeviceMapping, message: DeviceMessage): Mapped {
  const facts: DeviceFact[] = [];
  const problems: MappingProblem[] = [];
  for (const rule of mapping.rules) {
    for (const at of placesOf(rule, message)) {
      const look = lookFrom(message, at);
      if (!rule.when.every(({ from, in: words }) => words.includes(look(from)))) continue;
      const fact = factOf(rule, look, mapping.utcOffsetMinutes);
      if (fact.ok) facts.push(fact.value);
      else problems.push(fact.error);
    }
  }
  return { facts, problems };
}

function placesOf(rule: FactRule, { segments }: DeviceMessage): readonly number[] {
  if (rule.each === undefined) return [segments.length];
  return segments.flatMap(({ name }, at) => (name === rule.each ? [at] : []));
}

/**
 * A named segment is the one looked from, or the nearest of that name before it; behind `+` the first of that name after
 * it and before the next of its own kind.
 */
function lookFrom({ segments }: DeviceMessage, at: number): Look {
  const before = segments.slice(0, at + 1);
  const behind = segments.slice(at + 1);
  const next = behind.findIndex(({ name }) => name === segments[at]?.name);
  const own = next < 0 ? behind : behind.slice(0, next);
  return (place) => {
    const split = place.indexOf(':');
    const value = place.slice(split + 1);
    const isBehind = place.startsWith('+');
    const name = place.slice(isBehind ? 1 : 0, split);
    const isNamed = (one: DeviceSegment): boolean => one.name === name;
    const segment = isBehind ? own.find(isNamed) : before.findLast(isNamed);
    return segment?.values[value] ?? '';
  };
}

function factOf(rule: FactRule, look: Look, offset: number): Result<DeviceFact, MappingProblem> {
  const broken = rule.must.find(({ from, in: words }) => !words.includes(look(from)));
  if (broken) return err(broken.code);
  const made: Record<string, unknown> = { kind: rule.fact };
  for (const [name, field] of Object.entries(rule.fields)) {
    const value = fieldOf(field, look, offset);
    if (!value.ok) return value;
    if (value.value !== undefined) made[name] = value.value;
  }
  const fact = deviceFact.safeParse(made);
  return fact.success ? ok(fact.data) : err('mapping.badFact');
}

type FieldValue = Result<string | number | undefined, MappingProblem>;

function fieldOf(field: FieldRule, look: Look, utcOffsetMinutes: number): FieldValue {
  if ('is' in field) return ok(field.is);
  const text = look(field.from);
  if (text === '') return field.optional ? ok(undefined) : err('mapping.missing');
  switch (field.as) {
    case 'text':
      return ok(text);
    case 'integer':
      return integerOf(field, text, look);
    case 'time': {
      const time = deviceTime(text, utcOffsetMinutes);
      return time === '' ? err('mapping.badTime') : ok(time);
    }
    case 'day': {
      const time = deviceTime(text, utcOffsetMinutes);
      return time === '' ? err('mapping.badTime') : ok(dayAt(time, utcOffsetMinutes));
    }
    case 'choice': {
      const other = field.othersAsTold ? text : undefined;
      const choice = Object.hasOwn(field.choices, text) ? field.choices[text] : other;
      return choice === undefined ? err('mapping.unknownWord') : ok(choice);
    }
    default:
      return assertNever(field);
  }
}

function integerOf(
  { factor, unit, min, max }: Extract<FieldRule, { as: 'integer' }>,
  text: string,
  look: Look,
): FieldValue {
  const told = unit === undefined ? '' : look(unit.from);
  const known = unit === undefined || Object.hasOwn(unit.factors, told);
  if (!known) return err('mapping.unknownUnit');
  const value = timesAsInteger(text, unit?.factors[told] ?? factor);
  if (value === undefined) return err('mapping.notANumber');
  return value < min || value > max ? err('mapping.outOfRange') : ok(value);
}

function dayAt(utc: string, utcOffsetMinutes: number): string {
  return new Date(Date.parse(utc) + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}
