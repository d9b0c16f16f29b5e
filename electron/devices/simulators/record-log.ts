import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AphRecord } from '../protocols/aph.ts';
import { decodeAphLine } from '../protocols/aph-line.ts';
import { readAphRecord } from '../protocols/aph-read.ts';
import { asciiBytes, byteText } from '../protocols/bytes.ts';

/** One remembered record: as sent, and as understood. */
export interface LoggedRecord {
  readonly record: AphRecord;
  readonly raw: Uint8Array;
}

/** The machine's memory of its records: a file of protocol lines that outlives the process. */
export class RecordLog {
  readonly records: LoggedRecord[] = [];
  private readonly file: string;
  private readonly limit: number;

  constructor(file: string, limit: number) {
    this.file = file;
    this.limit = limit;
    if (existsSync(file)) this.load();
  }

  get newest(): number {
    return this.records.at(-1)?.record.number ?? 0;
  }

  get first(): number {
    return this.records[0]?.record.number ?? 0;
  }

  append(raw: Uint8Array): void {
    appendFileSync(this.file, raw);
    this.remember(raw);
  }

  /** Records after a number, oldest first; looked for from the newest, which are asked for most. */
  after(number: number): readonly LoggedRecord[] {
    const before = this.records.findLastIndex((logged) => logged.record.number <= number);
    return this.records.slice(before + 1);
  }

  /** A line that a power cut left unfinished fails its checksum and is not counted. */
  private load(): void {
    for (const line of readFileSync(this.file, 'latin1').split('\r\n'))
      this.remember(asciiBytes(`${line}\r\n`));
    writeFileSync(this.file, this.records.map((logged) => byteText(logged.raw)).join(''));
  }

  private remember(raw: Uint8Array): void {
    const line = decodeAphLine(raw);
    const record = line.ok ? readAphRecord(line.value) : undefined;
    if (record?.ok) this.records.push({ record: record.value, raw });
    if (this.records.length > this.limit) this.records.splice(0, this.records.length - this.limit);
  }
}
