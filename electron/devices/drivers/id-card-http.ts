import { get } from 'node:http';
import type { CardCall } from './id-card-bridge.ts';

/**
 * Asks a reader's service by HTTP: `GET` of the path, whose answer stays open and brings a line of JSON
 * for every card. Gives back what hangs up.
 */
export function callByHttp(
  { host, port, path }: { readonly host: string; readonly port: number; readonly path: string },
  call: CardCall,
): () => void {
  const headers = { accept: 'application/x-ndjson' };
  const request = get({ host, port, path, headers, agent: false });
  request.on('response', (answer) => {
    if (answer.statusCode !== 200) {
      call.lost('link.openFailed');
      return;
    }
    call.opened();
    answer.on('data', (bytes: Buffer) => call.heard(bytes));
    answer.on('close', () => call.lost('link.portGone'));
  });
  request.on('error', () => call.lost('link.openFailed'));
  request.on('close', () => call.lost('link.portGone'));
  return () => request.destroy();
}
