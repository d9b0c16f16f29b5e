import type { MeterReading } from '#shared/features/equipment/meters.ts';
import type { News } from '../../ports/doorway.ts';

/** One second of a run, as the machine told it; it decides nothing and is never stored as state. */
export interface LiveSample {
  readonly deviceId: string;
  readonly din: string;
  /** UTC ms on the station's axis. */
  readonly at: number;
  readonly elapsedSeconds: number;
  readonly machineMl: number;
  readonly acMl: number;
  readonly cycle: number;
  readonly phase: string;
  readonly pressureMmHg: number;
  readonly flowMlPerMin: number;
}

/** How the line to a device stands. */
export interface LiveLinkState {
  readonly deviceId: string;
  readonly state: 'open' | 'silent' | 'lost' | 'closed' | 'fault';
  readonly code: string;
}

/** What travels on the channel of live samples. */
export type LiveNews =
  | { readonly kind: 'sample'; readonly sample: LiveSample }
  | { readonly kind: 'link'; readonly link: LiveLinkState }
  | { readonly kind: 'reading'; readonly reading: MeterReading };

/** The channel of live samples; link states are repeated for a screen that opens later. */
export class LiveChannel {
  readonly #publish: (news: News) => void;
  readonly #newest = new Map<string, LiveNews>();

  constructor(publish: (news: News) => void) {
    this.#publish = publish;
  }

  tell(news: LiveNews): void {
    if (news.kind === 'link') this.#newest.set(news.link.deviceId, news);
    this.#publish({ kind: 'sample', sample: news });
  }

  /** Tells how every line stands. */
  repeat(): void {
    for (const news of this.#newest.values()) this.#publish({ kind: 'sample', sample: news });
  }
}
