import { randomBytes } from 'node:crypto';
import { COMMON_HEADERS } from '../loopback/static-files.ts';
import { MIN_PASSPHRASE } from '../ports/key-store.ts';
import { type ShellCode, shellTexts } from './texts.ts';

/** Whether a passphrase is being chosen (typed twice) or asked for. */
export type PassphraseKind = 'new' | 'known';

/** What the form of the page answered. */
export type PassphraseReading =
  | { readonly ok: true; readonly passphrase: string }
  | { readonly ok: false; readonly problem: ShellCode };

/** Reads the submitted form; `new` needs both entries alike and long enough (NIST SP 800-63B). */
export function readPassphrase(kind: PassphraseKind, body: string): PassphraseReading {
  const form = new URLSearchParams(body);
  const passphrase = form.get('passphrase') ?? '';
  if (passphrase.length < MIN_PASSPHRASE) return { ok: false, problem: 'shell.passphraseShort' };
  if (kind === 'new' && form.get('again') !== passphrase) {
    return { ok: false, problem: 'shell.passphraseDiffers' };
  }
  return { ok: true, passphrase };
}

/** The page: a plain form without any script, so that its policy can forbid all of them. */
export function passphrasePage(kind: PassphraseKind, problem?: ShellCode): Response {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return new Response(html(kind, problem, nonce), {
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    },
  });
}

const STYLE = `
  body { font: 16px/1.6 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif;
    margin: 32px; background: #F0F3F5; color: #16232B; }
  label { display: block; margin-top: 16px; font-weight: 600; }
  input { font: inherit; width: 100%; box-sizing: border-box; padding: 8px 12px; }
  button { font: inherit; font-weight: 600; margin-top: 24px; padding: 8px 24px; }
  .problem { color: #B3261E; font-weight: 600; }
`;

function html(kind: PassphraseKind, problem: ShellCode | undefined, nonce: string): string {
  const intro = kind === 'new' ? 'shell.passphraseNew' : 'shell.passphraseKnown';
  const again = kind === 'new' ? field('again', 'shell.passphraseAgain', false) : '';
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>${shellTexts['shell.passphraseTitle'].zh}</title>
    <style nonce="${nonce}">${STYLE}</style>
  </head>
  <body>
    <h1>${shellTexts['shell.passphraseTitle'].zh}</h1>
    ${paragraphs(intro)}
    ${problem ? `<div class="problem" role="alert">${paragraphs(problem)}</div>` : ''}
    <form method="post" action="/passphrase" autocomplete="off">
      ${field('passphrase', 'shell.passphrase', true)}${again}
      <button type="submit">${words('shell.passphraseOpen')}</button>
    </form>
  </body>
</html>`;
}

function field(name: string, label: ShellCode, first: boolean): string {
  const focus = first ? ' autofocus' : '';
  return `<label>${words(label)}<input type="password" name="${name}" required${focus} /></label>`;
}

function paragraphs(code: ShellCode): string {
  return `<p lang="zh-CN">${shellTexts[code].zh}</p><p lang="en">${shellTexts[code].en}</p>`;
}

function words(code: ShellCode): string {
  return `${shellTexts[code].zh} / ${shellTexts[code].en}`;
}
