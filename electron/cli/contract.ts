import { z } from 'zod';
import { operations } from '#shared/contract/index.ts';
import { operationTitle } from '#shared/contract/operation-words.ts';
import { refusalWords } from '#shared/contract/refusal-words.ts';
import type { Verb } from './verb.ts';

/** `contract`: every operation with title, kind, permission and JSON Schemas, every refusal with its sentences. */
export const contractVerb: Verb = {
  usage: 'station contract',
  options: [],
  run: async () => {
    const table = Object.entries(operations).map(([name, operation]) => ({
      name,
      title: operationTitle(name),
      kind: operation.kind,
      permission: name,
      roles: operation.roles,
      signature: operation.kind === 'command' && operation.signature === true,
      second: operation.kind === 'command' ? (operation.second ?? null) : null,
      badge: operation.kind === 'command' && operation.badge === true,
      reads: operation.kind === 'query' ? operation.reads : [],
      input: schema(operation.input),
      output: schema(operation.output),
    }));
    process.stdout.write(
      `${JSON.stringify({ operations: table, refusals: refusalWords }, null, 2)}\n`,
    );
    return 0;
  },
};

function schema(type: z.ZodType): unknown {
  return z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' });
}
