import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ByteBuffer } from './bytes.ts';

/** An element with its attributes and element children; text between them has no meaning in POCT1-A. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

export type XmlProblem =
  | 'xml.notWellFormed'
  | 'xml.badText'
  | 'xml.docType'
  | 'xml.tooDeep'
  | 'xml.tooLong';

/** A whole document with the bytes it came in, or why what came is none. */
export type XmlDocument =
  | { readonly kind: 'document'; readonly raw: Uint8Array; readonly root: XmlElement }
  | { readonly kind: 'defective'; readonly code: XmlProblem };

const MAX_DOCUMENT_BYTES = 262_144;
const MAX_DEPTH = 32;
const GREATER = 0x3e;
const LESS = 0x3c;

/**
 * Cuts documents out of a byte stream, one root element after the other. UTF-8 alone; a document type is
 * refused, so that no entity can be declared, let alone expanded. After a fault everything up to the next XML
 * declaration is dropped, because nothing else surely begins a document.
 */
export class XmlDocuments {
  private readonly buffer = new ByteBuffer(MAX_DOCUMENT_BYTES);
  private tree = new Tree();
  private decoder = utf8();
  private piece: number[] = [];
  private lost = false;
  private last = '';

  /** Feeds one byte; gives the document that it ends or breaks. */
  push(byte: number): XmlDocument | undefined {
    if (this.lost) return this.seek(byte);
    if (this.buffer.length === 0 && isBlank(byte)) return undefined;
    if (this.buffer.length === 0 && byte !== LESS) return this.break('xml.notWellFormed');
    if (!this.buffer.push(byte)) return this.break('xml.tooLong');
    this.piece.push(byte);
    return byte === GREATER || this.piece.length >= 4096 ? this.readPiece() : undefined;
  }

  /** Forgets a half document; true when there was one. */
  reset(): boolean {
    const unfinished = this.buffer.length > 0;
    this.renew();
    this.lost = false;
    return unfinished;
  }

  private readPiece(): XmlDocument | undefined {
    let text: string;
    try {
      text = this.decoder.decode(Uint8Array.from(this.piece), { stream: true });
    } catch {
      return this.break('xml.badText');
    }
    this.piece = [];
    const problem = this.tree.write(text);
    if (problem !== undefined) return this.break(problem);
    const { root } = this.tree;
    if (root === undefined) return undefined;
    const raw = this.buffer.take();
    this.renew();
    return { kind: 'document', raw, root };
  }

  private break(code: XmlProblem): XmlDocument {
    this.renew();
    this.lost = true;
    return { kind: 'defective', code };
  }

  /** `<?xml` begins a document; nothing before it does. */
  private seek(byte: number): undefined {
    this.last = `${this.last}${String.fromCharCode(byte)}`.slice(-5);
    if (this.last !== '<?xml') return undefined;
    this.lost = false;
    for (const letter of this.last) this.push(letter.charCodeAt(0));
    this.last = '';
    return undefined;
  }

  private renew(): void {
    this.buffer.clear();
    this.tree = new Tree();
    this.decoder = utf8();
    this.piece = [];
    this.last = '';
  }
}

/** Reads one stored document; refuses what is none or more than one. */
export function readXml(bytes: Uint8Array): XmlDocument {
  const documents = new XmlDocuments();
  let found: XmlDocument | undefined;
  for (const byte of bytes) {
    if (found !== undefined) return { kind: 'defective', code: 'xml.notWellFormed' };
    found = documents.push(byte);
  }
  return found ?? { kind: 'defective', code: 'xml.notWellFormed' };
}

interface Growing extends XmlElement {
  readonly children: XmlElement[];
}

/** The tree that a parser's tags build, until the root is closed or something is wrong. */
class Tree {
  root: XmlElement | undefined;
  private readonly parser = new SaxesParser({ xmlns: false });
  private readonly open: Growing[] = [];
  private problem: XmlProblem | undefined;

  constructor() {
    this.parser.on('error', () => this.fail('xml.notWellFormed'));
    this.parser.on('doctype', () => this.fail('xml.docType'));
    this.parser.on('xmldecl', ({ encoding }) => {
      if (!/^(utf-8|us-ascii)?$/i.test(encoding ?? '')) this.fail('xml.badText');
    });
    this.parser.on('opentag', (tag) => this.begin(tag));
    this.parser.on('closetag', () => this.end());
  }

  write(text: string): XmlProblem | undefined {
    this.parser.write(text);
    return this.problem;
  }

  private fail(problem: XmlProblem): void {
    this.problem ??= problem;
  }

  private begin({ name, attributes }: SaxesTagPlain): void {
    if (this.open.length >= MAX_DEPTH) this.fail('xml.tooDeep');
    this.open.push({ name, attributes: { ...attributes }, children: [] });
  }

  private end(): void {
    const element = this.open.pop();
    if (element === undefined) return;
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
  }
}

function utf8() {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;
}
