import { readFileSync } from 'node:fs';
import { type Protocol, protocolSchema } from '#shared/features/validation/protocol.ts';
import type { Program } from '#shared/features/validation/rules.ts';
import { type Present, packsInForce } from '#shared/features/validation/standing.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { contentHash } from '../rulesets/hash.ts';

let protocol: { readonly protocol: Protocol; readonly protocolHash: string } | undefined;

/** The protocol in `resources/validation`, read once a process; another shape throws. */
function ownProtocol() {
  const file = new URL('../../../resources/validation/protocol.json', import.meta.url);
  const read = protocolSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { protocol: read, protocolHash: contentHash(read) };
}

/** What this program says of itself: its version, its protocol and how content is hashed. */
export function programOf({ machine }: Pick<QueryContext, 'machine'>): Program {
  protocol ??= ownProtocol();
  return { ...protocol, product: machine.version, hash: contentHash };
}

/** What runs are seen against: program, protocol, rule packs and station of now. */
export function presentOf(ctx: QueryContext): Present {
  const { product, protocolHash } = programOf(ctx);
  return {
    product,
    protocolHash,
    packs: packsInForce(ctx.read, ctx.today),
    station: ctx.station,
  };
}
