import type { ScanVerdict } from './scan.ts';

type Tone = { hz: number; toHz?: number; ms: number; gain: number };

/** Scan sounds (ux-guide 4): short and quiet, none like a machine's own alarm. */
const tones: Record<ScanVerdict['verdict'], readonly Tone[]> = {
  ok: [{ hz: 1760, ms: 80, gain: 0.05 }],
  moved: [{ hz: 880, ms: 80, gain: 0.05 }],
  notNeeded: [{ hz: 440, ms: 20, gain: 0.03 }],
  caution: [
    { hz: 800, ms: 90, gain: 0.06 },
    { hz: 800, ms: 90, gain: 0.06 },
  ],
  wrong: [
    { hz: 300, toHz: 220, ms: 220, gain: 0.12 },
    { hz: 300, toHz: 220, ms: 220, gain: 0.12 },
    { hz: 300, toHz: 220, ms: 220, gain: 0.12 },
  ],
};

const GAP_MS = 60;

function play(context: AudioContext, sequence: readonly Tone[]): void {
  let start = context.currentTime + 0.005;
  for (const tone of sequence) {
    const end = start + tone.ms / 1000;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.setValueAtTime(tone.hz, start);
    if (tone.toHz !== undefined) oscillator.frequency.linearRampToValueAtTime(tone.toHz, end);
    gain.gain.setValueAtTime(tone.gain, start);
    gain.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(end);
    start = end + GAP_MS / 1000;
  }
}

/** Whether the screen at hand is one that stands beside a donor. */
export function isBesideDonor(): boolean {
  return document.querySelector('main')?.dataset['density'] === 'bedside';
}

/** Beside a donor a verdict is told once and low: it is for the nurse, and is no alarm. */
function softened(sequence: readonly Tone[]): readonly Tone[] {
  return sequence.slice(0, 1).map((tone) => ({ ...tone, gain: tone.gain / 4 }));
}

/** Plays verdicts; silent where the browser gives no sound before the first press. */
export function createSounds(): { play: (verdict: ScanVerdict['verdict']) => void } {
  let context: AudioContext | undefined;
  return {
    play: (verdict) => {
      context ??= new AudioContext();
      if (context.state === 'suspended') {
        // A sound that could only start later would answer the wrong scan.
        void context.resume();
        return;
      }
      play(context, isBesideDonor() ? softened(tones[verdict]) : tones[verdict]);
    },
  };
}
