import type { CardCall } from './id-card-bridge.ts';
import { MAX_LINE_BYTES } from './id-card-lines.ts';

/**
 * Listens to a reader's service over a WebSocket (RFC 6455): each text message is a line of JSON, or
 * empty for “still here”. A binary message is no card; a broken frame ends the connection, as the RFC
 * asks, and it is opened again. Gives back what hangs up.
 */
export function callByWebSocket(
  { host, port, path }: { readonly host: string; readonly port: number; readonly path: string },
  call: CardCall,
): () => void {
  const socket = new WebSocket(`ws://${host}:${port}${path}`);
  let wasOpen = false;
  socket.addEventListener('open', () => {
    wasOpen = true;
    call.opened();
  });
  socket.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') call.refused('idCard.shape');
    else if (data.length > MAX_LINE_BYTES) call.refused('idCard.tooLong');
    else call.heard(Buffer.from(`${data}\n`));
  });
  const end = () => call.lost(wasOpen ? 'link.portGone' : 'link.openFailed');
  socket.addEventListener('error', end);
  socket.addEventListener('close', end);
  return () => socket.close();
}
