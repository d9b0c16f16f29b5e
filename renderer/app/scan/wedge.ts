import { charOfKey } from './keymap.ts';

/** How the keyboard scanners of this station are set (devices-and-labels 3.1, 3.3). */
export type WedgeProfile = {
  /** Character that starts a scan and that no person types; null where none could be set. */
  prefix: string | null;
  suffix: 'Enter' | 'Tab';
  /** Longest gap between two keys of one scan without prefix: people are slower. */
  burstGapMs: number;
  /** Longest gap inside a scan that began with the prefix. */
  prefixedGapMs: number;
  /** Shortest scan recognised by timing alone. */
  minLength: number;
  maxLength: number;
};

export const standardProfile: WedgeProfile = {
  prefix: '~',
  suffix: 'Enter',
  burstGapMs: 50,
  prefixedGapMs: 150,
  minLength: 4,
  maxLength: 4096,
};

/** One key going down, reduced to what recognition needs. `at` in milliseconds, any origin. */
export type Stroke = {
  code: string;
  shift: boolean;
  /** Ctrl, Alt or Meta is held. */
  chord: boolean;
  /** An input method holds the key: `key` Process or keyCode 229. */
  ime: boolean;
  /** The focus is where text can be typed. */
  editable: boolean;
  at: number;
};

export type WedgeState = {
  mode: 'idle' | 'burst' | 'prefixed';
  text: string;
  startedAt: number;
  lastAt: number;
  ime: boolean;
};

export type WedgeResult =
  | { kind: 'scan'; raw: string; ms: number; prefixed: boolean }
  /** Dropped whole: an input method changed it. `raw` is what the keys would have meant. */
  | { kind: 'ime'; raw: string }
  /** A scan that began and never ended; never accepted in part. */
  | { kind: 'partial'; raw: string }
  | { kind: 'tooLong' };

export type WedgeStep = {
  state: WedgeState;
  /** Keep the key from the page. */
  swallow: boolean;
  /** The first key of a possible scan: remember the fields so that they can be put back. */
  begins: boolean;
  result?: WedgeResult;
};

export const idleWedge: WedgeState = {
  mode: 'idle',
  text: '',
  startedAt: 0,
  lastAt: Number.NEGATIVE_INFINITY,
  ime: false,
};

const modifiers = new Set([
  'ShiftLeft',
  'ShiftRight',
  'ControlLeft',
  'ControlRight',
  'AltLeft',
  'AltRight',
  'MetaLeft',
  'MetaRight',
  'CapsLock',
]);

function isTerminator(code: string): boolean {
  return code === 'Enter' || code === 'NumpadEnter' || code === 'Tab';
}

function ends(code: string, profile: WedgeProfile): boolean {
  return code === profile.suffix || (profile.suffix === 'Enter' && code === 'NumpadEnter');
}

function finish(state: WedgeState, at: number): WedgeResult {
  if (state.ime) return { kind: 'ime', raw: state.text };
  return {
    kind: 'scan',
    raw: state.text,
    ms: Math.max(0, Math.round(at - state.startedAt)),
    prefixed: state.mode === 'prefixed',
  };
}

function prefixedStep(state: WedgeState, stroke: Stroke, profile: WedgeProfile): WedgeStep {
  const ime = state.ime || stroke.ime;
  if (ends(stroke.code, profile)) {
    const result = finish({ ...state, ime }, stroke.at);
    return { state: { ...idleWedge, lastAt: stroke.at }, swallow: true, begins: false, result };
  }
  if (state.text.length >= profile.maxLength) {
    const result: WedgeResult = { kind: 'tooLong' };
    return { state: { ...idleWedge, lastAt: stroke.at }, swallow: true, begins: false, result };
  }
  const char = stroke.chord ? undefined : charOfKey(stroke.code, stroke.shift);
  const text = state.text + (char ?? '');
  return { state: { ...state, text, ime, lastAt: stroke.at }, swallow: true, begins: false };
}

function burstEnd(state: WedgeState, stroke: Stroke, profile: WedgeProfile): WedgeStep {
  const rest = { ...idleWedge, lastAt: stroke.at };
  const long = state.text.length >= profile.minLength;
  if (long && ends(stroke.code, profile)) {
    return { state: rest, swallow: true, begins: false, result: finish(state, stroke.at) };
  }
  // Enter or Tab at scanner speed is a scanner's, even after too few characters to be a scan.
  return { state: rest, swallow: true, begins: false };
}

/**
 * One key through the recognition: by prefix first, by speed as the last resort. A recognised
 * scan's keys never reach a control; Enter, Tab, Space and chords at scanner speed press nothing
 * (INV-25). Pure: no clock but the strokes' own times.
 */
export function wedgeStep(before: WedgeState, stroke: Stroke, profile: WedgeProfile): WedgeStep {
  if (modifiers.has(stroke.code)) return { state: before, swallow: false, begins: false };
  const stale = wedgeExpire(before, stroke.at, profile);
  const state = stale.state;
  const step = liveStep(state, stroke, profile);
  return step.result === undefined && stale.result !== undefined
    ? { ...step, result: stale.result }
    : step;
}

function liveStep(state: WedgeState, stroke: Stroke, profile: WedgeProfile): WedgeStep {
  if (state.mode === 'prefixed') return prefixedStep(state, stroke, profile);
  const char = stroke.chord ? undefined : charOfKey(stroke.code, stroke.shift);
  const fast = state.mode === 'burst' && stroke.at - state.lastAt <= profile.burstGapMs;

  if (char !== undefined && char === profile.prefix) {
    const begun: WedgeState = {
      mode: 'prefixed',
      text: '',
      startedAt: stroke.at,
      lastAt: stroke.at,
      ime: stroke.ime,
    };
    return { state: begun, swallow: true, begins: true };
  }
  if (char === undefined) {
    if (fast && isTerminator(stroke.code)) return burstEnd(state, stroke, profile);
    // Function keys and chords inside a burst are a scanner's function codes.
    if (fast) return { state: { ...state, lastAt: stroke.at }, swallow: true, begins: false };
    return { state: { ...idleWedge, lastAt: stroke.at }, swallow: false, begins: false };
  }
  if (fast) {
    const text = (state.text + char).slice(-profile.maxLength);
    const next = { ...state, text, ime: state.ime || stroke.ime, lastAt: stroke.at };
    return { state: next, swallow: !stroke.editable, begins: false };
  }
  const begun: WedgeState = {
    mode: 'burst',
    text: char,
    startedAt: stroke.at,
    lastAt: stroke.at,
    ime: stroke.ime,
  };
  // Outside text fields no letter does anything (no single-letter shortcuts), so it goes nowhere;
  // a lone Space still presses what has the focus.
  const swallow = !stroke.editable && char !== ' ';
  return { state: begun, swallow, begins: true };
}

/** What silence until `at` means: an unfinished prefixed scan is dropped whole and reported. */
export function wedgeExpire(
  state: WedgeState,
  at: number,
  profile: WedgeProfile,
): { state: WedgeState; result?: WedgeResult } {
  const silence = at - state.lastAt;
  if (state.mode === 'prefixed' && silence > profile.prefixedGapMs) {
    const rest = { ...idleWedge, lastAt: state.lastAt };
    if (state.text === '') return { state: rest };
    return { state: rest, result: { kind: state.ime ? 'ime' : 'partial', raw: state.text } };
  }
  if (state.mode === 'burst' && silence > profile.burstGapMs) {
    const rest = { ...idleWedge, lastAt: state.lastAt };
    if (state.ime && state.text.length >= profile.minLength) {
      return { state: rest, result: { kind: 'ime', raw: state.text } };
    }
    return { state: rest };
  }
  return { state };
}

const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/u;
const WORDS = /\p{Script=Han}/u;

/**
 * Whether a code went through a Chinese input method: full-width digits or letters, and no ideographs,
 * for a phrase that a person commits with its punctuation is no scan.
 */
export function looksFullWidth(text: string): boolean {
  return FULL_WIDTH.test(text) && !WORDS.test(text);
}
