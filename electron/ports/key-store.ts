import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeWhole } from './files.ts';

/**
 * Keeps the 32-byte master key of a data folder. `kind` is shown on the settings screen: `file` is a
 * 0600 file in the user's configuration folder, `demo` the same inside the data folder, `passphrase`
 * a key wrapped under scrypt, `os` the operating system's store (given by the desktop shell).
 */
export interface KeyStore {
  readonly kind: 'file' | 'demo' | 'passphrase' | 'os';
  /** The folder's key; undefined when this store has none for it; throws when it cannot be opened. */
  load(folderId: string): Promise<Buffer | undefined>;
  /** Keeps a fresh key; never replaces one. */
  save(folderId: string, key: Buffer): Promise<void>;
}

/** The separate keys that the core needs, derived so that none tells another (RFC 5869). */
export interface FolderKeys {
  /** What all others come from; leaves the process only on the recovery sheet. */
  readonly master: Buffer;
  readonly database: Buffer;
  readonly pepper: Buffer;
  readonly fingerprint: Buffer;
  readonly keyCheck: Buffer;
  /** Seals what outlives a master key. */
  readonly carry: Buffer;
}

/** Derives the folder's keys from its 32-byte master key. */
export function deriveKeys(master: Buffer): FolderKeys {
  const derive = (name: string) =>
    Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `plasmapoint ${name}`, 32));
  return {
    master,
    database: derive('database'),
    pepper: derive('pin pepper'),
    fingerprint: derive('command input'),
    keyCheck: derive('key check'),
    carry: derive('carried keys'),
  };
}

/** A key file with mode 0600 in the user's configuration folder, named by folder id. */
export function fileKeyStore(configFolder: string): KeyStore {
  return keyFile('file', (folderId) => join(configFolder, 'keys', `${folderId}.key`));
}

/** A key file inside the data folder: for demo folders only, where there is nothing to protect. */
export function demoKeyStore(dataFolderPath: string): KeyStore {
  return keyFile('demo', () => join(dataFolderPath, 'demo.key'));
}

function keyFile(kind: 'file' | 'demo', pathOf: (folderId: string) => string): KeyStore {
  return {
    kind,
    load: async (folderId) => {
      const path = pathOf(folderId);
      if (!existsSync(path)) return undefined;
      const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
      if (key.length !== 32) throw new Error('key file damaged');
      return key;
    },
    save: async (folderId, key) => {
      const path = pathOf(folderId);
      if (existsSync(path)) throw new Error('key file exists');
      writeWhole(path, `${key.toString('hex')}\n`, { mode: 0o600, durable: true });
    },
  };
}

interface WrappedKey {
  readonly salt: string;
  readonly cost: { readonly n: number; readonly r: number; readonly p: number };
  readonly iv: string;
  readonly sealed: string;
  readonly tag: string;
}

/** What a passphrase must be: NIST SP 800-63B asks 15 characters of a secret that stands alone. */
export const MIN_PASSPHRASE = 15;

/** The key wrapped by AES-256-GCM under scrypt of a passphrase; the wrapped form lies in the data folder. */
export function passphraseKeyStore(
  dataFolderPath: string,
  passphrase: string,
  cost: WrappedKey['cost'] = { n: 131072, r: 8, p: 1 },
): KeyStore {
  if (passphrase.length < MIN_PASSPHRASE) throw new RangeError('passphrase too short');
  const path = join(dataFolderPath, 'wrapped-key.json');
  return {
    kind: 'passphrase',
    load: async (folderId) => {
      if (!existsSync(path)) return undefined;
      return unwrap(JSON.parse(readFileSync(path, 'utf8')) as WrappedKey, passphrase, folderId);
    },
    save: async (folderId, key) => {
      if (existsSync(path)) throw new Error('wrapped key exists');
      const wrapped = await wrap(key, passphrase, folderId, cost);
      writeWhole(path, `${JSON.stringify(wrapped)}\n`, { durable: true });
    },
  };
}

async function wrap(
  key: Buffer,
  passphrase: string,
  folderId: string,
  cost: WrappedKey['cost'],
): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), iv);
  cipher.setAAD(Buffer.from(folderId));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    salt: salt.toString('hex'),
    cost,
    iv: iv.toString('hex'),
    sealed: sealed.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
}

async function unwrap(wrapped: WrappedKey, passphrase: string, folderId: string): Promise<Buffer> {
  const salt = Buffer.from(wrapped.salt, 'hex');
  const key = await stretch(passphrase, salt, wrapped.cost);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.iv, 'hex'));
  decipher.setAAD(Buffer.from(folderId));
  decipher.setAuthTag(Buffer.from(wrapped.tag, 'hex'));
  return Buffer.concat([decipher.update(Buffer.from(wrapped.sealed, 'hex')), decipher.final()]);
}

const scryptAsync = promisify<string, Buffer, number, object, Buffer>(scrypt);

function stretch(passphrase: string, salt: Buffer, cost: WrappedKey['cost']): Promise<Buffer> {
  const { n, r, p } = cost;
  const options = { N: n, r, p, maxmem: 256 * n * r };
  return scryptAsync(passphrase.normalize('NFKC'), salt, 32, options);
}
