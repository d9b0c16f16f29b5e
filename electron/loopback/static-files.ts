import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

export interface StaticFile {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The policy of every document: nothing from outside, no inline script, styles only with this
 * response's nonce, trusted types for every sink.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** Headers that every answer of either door carries. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Resolves a URL path inside the built renderer, or undefined: no dot segments, encoded or not, no
 * NUL, no backslash. The document gets a fresh nonce.
 */
export async function staticFile(root: string, path: string): Promise<StaticFile | undefined> {
  const file = insideRoot(root, path === '/' ? '/index.html' : path);
  if (!file) return undefined;
  const body = await readFile(file).catch(() => undefined);
  if (!body) return undefined;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (extname(file) !== '.html') return { body, headers: { 'content-type': type } };
  const nonce = randomBytes(16).toString('base64');
  const html = body.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
  return {
    body: Buffer.from(html),
    headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy(nonce) },
  };
}

function insideRoot(root: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return undefined;
  const file = normalize(join(root, decoded));
  return file.startsWith(root + sep) ? file : undefined;
}
