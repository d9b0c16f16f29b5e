import { protocol, type Session } from 'electron';
import { COMMON_HEADERS, staticFile } from '../loopback/static-files.ts';

/** The only origin that the desktop window ever shows. */
export const APP_ORIGIN = 'app://station';

/** Must run before the app is ready: `app://` is standard and secure, and bypasses no policy. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** An empty answer is a document too: without a policy of its own, script could be put into it. */
const NOTHING = { ...COMMON_HEADERS, 'content-security-policy': "default-src 'none'" };

/** Serves the built renderer under `app://station`; anything else is 404. */
export function serveScheme(session: Session, root: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const known = url.host === 'station' && request.method === 'GET';
    const file = known ? await staticFile(root, url.pathname) : undefined;
    if (!file) return new Response(null, { status: 404, headers: NOTHING });
    return new Response(Buffer.from(file.body), {
      status: 200,
      headers: { ...COMMON_HEADERS, ...file.headers },
    });
  });
  // No remote content at all (item 1): whatever is not ours is cancelled before it leaves.
  session.webRequest.onBeforeRequest((details, callback) => {
    const url = URL.parse(details.url);
    const ours =
      url?.protocol === 'app:' || url?.protocol === 'blob:' || url?.protocol === 'devtools:';
    callback({ cancel: !ours });
  });
}
