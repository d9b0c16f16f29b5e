import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 bits, as text that may stand in a URL fragment. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares two secrets in constant time whatever their lengths. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const BAD_TOKENS_ALLOWED = 10;

/**
 * Start tokens (single use) and the cookies that they were exchanged for. After ten bad tokens the
 * door stays shut for the minute (reliability bar 1.7).
 */
export class Tokens {
  readonly cookieName = `pp_${randomBytes(6).toString('hex')}`;
  #start = new Set<string>();
  #cookies = new Set<string>();
  #bad: number[] = [];

  /** A new start token. */
  issue(): string {
    const token = secret();
    this.#start.add(token);
    return token;
  }

  /** True while too many bad tokens came within a minute. */
  throttled(now: number): boolean {
    this.#bad = this.#bad.filter((at) => now - at < 60_000);
    return this.#bad.length >= BAD_TOKENS_ALLOWED;
  }

  /** Exchanges a start token for a cookie value, or undefined. */
  exchange(token: string, now: number): string | undefined {
    const found = [...this.#start].find((candidate) => sameSecret(candidate, token));
    if (!found) {
      this.#bad.push(now);
      return undefined;
    }
    this.#start.delete(found);
    const cookie = secret();
    this.#cookies.add(cookie);
    return cookie;
  }

  /** Whether the request's cookie header carries a cookie of ours. */
  admits(cookieHeader: string | undefined): boolean {
    for (const part of (cookieHeader ?? '').split(';')) {
      const [name, value] = part.trim().split('=', 2);
      if (name !== this.cookieName || !value) continue;
      for (const known of this.#cookies) if (sameSecret(known, value)) return true;
    }
    return false;
  }
}
