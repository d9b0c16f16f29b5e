import type { z } from 'zod';
import type { Actor, DecideContext } from '#shared/contract/context.ts';
import type { CommandOperation } from '#shared/contract/define.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import { event } from '#shared/contract/events.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import { reason } from '#shared/kernel/decision.ts';
import { sealed } from '../features/signatures/seal.ts';
import type { Attribution, Core } from './core.ts';
import type { LooseCommandHandler, PrepareEnv } from './handlers.ts';
import { answerAgain, findOutcome, inputMark, keepOutcome } from './outcomes.ts';
import { type People, stillAllowed } from './prove.ts';
import { unspoken } from './spoken.ts';
import { versionOf } from './store.ts';

/** A well-formed command whose people are proved. */
export interface CommandCall {
  readonly name: string;
  readonly operation: CommandOperation<z.ZodType, z.ZodType>;
  readonly handler: LooseCommandHandler;
  readonly commandId: string;
  readonly expects: Readonly<Record<string, number>>;
  readonly input: unknown;
  readonly people: People;
  readonly env: PrepareEnv;
}

/** Stands in for the actor of public commands: before first start and at the sign-in screen. */
const NOBODY: Actor = { staffId: 'station', personId: 'station', name: '', roles: [] };

/** Decides a command and applies its events in one transaction; the same command id answers again. */
export async function runCommand(core: Core, call: CommandCall): Promise<Answer> {
  const mark = inputMark(core.parts.keys.fingerprint, call.name, call.input);
  // What takes time is not done twice for a call that is only asked again.
  const before = call.handler.prepare && findOutcome(core.store, call.commandId);
  if (before) return answerAgain(before, call.name, mark);
  const prepared = await call.handler.prepare?.(call.input as never, call.env);
  const run = core.transaction(() => decideAndApply(core, call, mark, prepared));
  if (run.isNew && run.answer.status === 'ok') {
    call.handler.complete?.(run.answer.value as never, call.env, prepared as never);
  }
  return run.answer;
}

/**
 * Decides a command without journaling it: in rescue mode people sign in and out to look at records
 * that nothing may be added to.
 */
export async function runUnrecorded(core: Core, call: CommandCall): Promise<Answer> {
  const { handler, env, operation } = call;
  const prepared = await handler.prepare?.(call.input as never, env);
  const decision = handler.decide(call.input as never, contextOf(core, call), prepared as never);
  if (decision.kind === 'refused') return { status: 'refused', reasons: decision.reasons };
  const value = operation.output.parse(decision.output);
  handler.complete?.(value as never, env, prepared as never);
  return { status: 'ok', value, seq: core.head.seq };
}

interface Run {
  readonly answer: Answer;
  readonly isNew: boolean;
}

function decideAndApply(core: Core, call: CommandCall, mark: string, prepared: unknown): Run {
  const seen = findOutcome(core.store, call.commandId);
  if (seen) return { answer: answerAgain(seen, call.name, mark), isNew: false };
  const by = attribution(call);
  const denied = stillAllowed(core, call.name, call.operation, call.people);
  if (denied) return refuseOutside(core, call, [denied], by);
  const stale = staleReasons(core, call.expects);
  if (stale.length > 0) return refuseOutside(core, call, stale, by);
  const decision = call.handler.decide(
    call.input as never,
    contextOf(core, call),
    prepared as never,
  );
  if (decision.kind === 'refused') return refuse(core, call, decision.reasons, mark, by);
  const unsaid = unspoken(decision.events);
  if (unsaid) return refuse(core, call, [unsaid], mark, by);
  const { name, operation } = call;
  const signing = { name, operation, isBySecond: by.second !== null };
  core.record(sealed(core.store.reader, decision.events, signing), by);
  const value = operation.output.parse(decision.output);
  const { seq } = core.head;
  const answer = call.handler.secretOutput
    ? ({ status: 'secret' } as const)
    : ({ status: 'ok', value } as const);
  keep(core, call, mark, by, answer);
  return { answer: { status: 'ok', value, seq }, isNew: true };
}

function keep(
  core: Core,
  call: CommandCall,
  mark: string,
  by: Attribution,
  answer: Parameters<typeof keepOutcome>[1]['answer'],
): void {
  keepOutcome(core.store, {
    commandId: call.commandId,
    operation: call.name,
    inputMark: mark,
    actor: by.actor,
    at: core.now(),
    seq: core.head.seq,
    answer,
  });
}

function refuse(
  core: Core,
  call: CommandCall,
  reasons: readonly Reason[],
  mark: string,
  by: Attribution,
): Run {
  recordAttempt(core, call.name, reasons, targetsOf(core, call), by);
  keep(core, call, mark, by, { status: 'refused', reasons });
  return { answer: { status: 'refused', reasons }, isNew: true };
}

/** Refused before the rule was asked: journaled, but the command id stays free. */
function refuseOutside(
  core: Core,
  call: CommandCall,
  reasons: readonly Reason[],
  by: Attribution,
): Run {
  recordAttempt(core, call.name, reasons, targetsOf(core, call), by);
  return { answer: { status: 'refused', reasons }, isNew: true };
}

/** A refusal is evidence: codes and ids, never what was typed. Needs a founded site and a proved actor. */
export function recordAttempt(
  core: Core,
  operation: string,
  reasons: readonly Reason[],
  targets: readonly string[],
  by: Attribution,
): void {
  if (by.actor === NOBODY.staffId) return;
  const codes = reasons.map(({ code }) => code);
  core.record([event('attempt.refused', { operation, codes, targets: [...targets] })], by);
}

/** Ids in a call that name records of ours; anything else could be what a person typed. */
function targetsOf(core: Core, call: CommandCall): string[] {
  const values = Object.values((call.input ?? {}) as Record<string, unknown>);
  const ids = [...Object.keys(call.expects), ...values.filter((v) => typeof v === 'string')];
  return [...new Set(ids)].filter(
    (id) => id.length > 0 && id.length <= 120 && versionOf(core.store, id) > 0,
  );
}

function attribution(call: CommandCall): Attribution {
  return {
    actor: (call.people.actor ?? NOBODY).staffId,
    second: call.people.second?.staffId ?? null,
    commandId: call.commandId,
  };
}

/** INV-24: any record that changed since the caller saw it, with who changed it and when. */
function staleReasons(core: Core, expects: Readonly<Record<string, number>>): Reason[] {
  const { statements, reader } = core.store;
  return Object.entries(expects).flatMap(([id, seen]) => {
    const row = statements
      .get('SELECT version, actor, at FROM record_version WHERE id = ?')
      .get(id) as { version: number; actor: string; at: string } | undefined;
    const found = row?.version ?? 0;
    if (found === seen) return [];
    const by = row ? (reader.get('staff', row.actor)?.name ?? row.actor) : '';
    return [reason('station.staleRecord', { id, seen, found, by, at: row?.at ?? '' })];
  });
}

function contextOf(core: Core, call: CommandCall): DecideContext {
  const now = core.now();
  const zone = core.zone();
  const { actor, second } = call.people;
  return {
    read: core.store.reader,
    now,
    zone,
    today: localDateOf(now, zone),
    station: core.station,
    commandId: call.commandId,
    // Roles may have changed while a PIN was being hashed.
    actor: actor ? (core.actorOf(actor.staffId) ?? actor) : NOBODY,
    second: second ? (core.actorOf(second.staffId) ?? second) : undefined,
    newId: () => core.parts.ids.newId(),
  };
}
