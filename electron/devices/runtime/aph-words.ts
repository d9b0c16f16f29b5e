import type { MachineSaid } from '#shared/features/collection/rules/machine.ts';
import type { AphRecord } from '../protocols/aph.ts';

/** What a record says in the words of the rules; undefined for what changes nothing. */
export function saidBy({ body }: AphRecord): MachineSaid | undefined {
  switch (body.type) {
    case 'start':
      return { kind: 'start' };
    case 'progress':
      return {
        kind: 'progress',
        phase: body.phase,
        cycle: body.cycle,
        machineMl: body.collectedMl,
        acMl: body.anticoagulantMl,
      };
    case 'alarm': {
      const { code, measured, limit, action } = body;
      return { kind: 'alarm', code, measured, limit, action };
    }
    case 'clear':
      return { kind: 'clear', code: body.code };
    case 'resume':
      return { kind: 'resume' };
    case 'boot':
      return { kind: 'restart' };
    case 'end':
      return {
        kind: 'end',
        why: body.reason,
        machineMl: body.collectedMl,
        acMl: body.anticoagulantInBagMl,
        cycles: body.cycle,
      };
    case 'program':
    case 'unknown':
      return undefined;
  }
}

/** The alarm of a machine whose run names another number than the one at its chair. */
export function otherNumberAlarm(): MachineSaid {
  return { kind: 'alarm', code: 'otherNumber', measured: 0, limit: 0, action: 'none' };
}

/** The record number at the head of a stored line, `#12|…`. */
export function numberOf(bytes: Uint8Array): number {
  return Number(/^#(\d{1,9})\|/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '0');
}
