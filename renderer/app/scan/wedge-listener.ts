import {
  idleWedge,
  looksFullWidth,
  type Stroke,
  type WedgeProfile,
  type WedgeResult,
  wedgeExpire,
  wedgeStep,
} from './wedge.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Snapshot = { focus: Element | null; values: Map<Field, string> };

const IME_QUIET_MS = 300;

function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (!(target instanceof HTMLInputElement) || target.readOnly) return false;
  return !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file'].includes(target.type);
}

function takeSnapshot(root: Document): Snapshot {
  const fields = [...root.querySelectorAll<Field>('input,textarea')].filter(isEditable);
  return {
    focus: root.activeElement,
    values: new Map(fields.map((field) => [field, field.value])),
  };
}

/** Puts a field back the way React notices: through the prototype's own setter and an input event. */
function setValue(field: Field, value: string): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function restore(snapshot: Snapshot): void {
  for (const [field, value] of snapshot.values) {
    if (field.isConnected && field.value !== value) setValue(field, value);
  }
  if (snapshot.focus instanceof HTMLElement && snapshot.focus.isConnected) snapshot.focus.focus();
}

/**
 * The one listener for keyboard scanners, in the capture phase so that no control sees a scan's
 * keys. Characters that reached a field before the scan was recognised are taken out again.
 * Gives the removal.
 */
export function listenToWedge(
  scope: Window,
  profile: () => WedgeProfile,
  onResult: (result: WedgeResult) => void,
): () => void {
  let state = idleWedge;
  let snapshot: Snapshot | undefined;
  let timer: number | undefined;
  let swallowedUps = new Set<string>();
  let quietUntil = 0;

  const deliver = (result: WedgeResult): void => {
    if (snapshot !== undefined) restore(snapshot);
    snapshot = undefined;
    if (result.kind === 'ime') quietUntil = performance.now() + IME_QUIET_MS;
    onResult(result);
  };
  const expire = (): void => {
    const { state: rest, result } = wedgeExpire(state, performance.now(), profile());
    state = rest;
    if (result !== undefined) deliver(result);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke: Stroke = {
      code: event.code,
      shift: event.shiftKey,
      chord: event.ctrlKey || event.altKey || event.metaKey,
      ime: event.key === 'Process' || event.keyCode === 229 || event.isComposing,
      editable: isEditable(event.target),
      at: event.timeStamp,
    };
    const step = wedgeStep(state, stroke, profile());
    state = step.state;
    if (step.begins) snapshot = takeSnapshot(scope.document);
    if (step.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowedUps.add(event.code);
    }
    if (step.result !== undefined) deliver(step.result);
    scope.clearTimeout(timer);
    if (state.mode !== 'idle') timer = scope.setTimeout(expire, profile().prefixedGapMs + 20);
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (!swallowedUps.delete(event.code)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // What an input method commits after its scan was dropped must not land in a field either.
  const onBeforeInput = (event: InputEvent): void => {
    const late = performance.now() < quietUntil;
    if (late || (event.data !== null && event.data.length >= 4 && looksFullWidth(event.data))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!late) onResult({ kind: 'ime', raw: event.data ?? '' });
    }
  };
  const onBlur = (): void => {
    swallowedUps = new Set();
  };
  scope.addEventListener('keydown', onKeyDown, { capture: true });
  scope.addEventListener('keyup', onKeyUp, { capture: true });
  scope.addEventListener('beforeinput', onBeforeInput, { capture: true });
  scope.addEventListener('blur', onBlur);
  return () => {
    scope.clearTimeout(timer);
    scope.removeEventListener('keydown', onKeyDown, { capture: true });
    scope.removeEventListener('keyup', onKeyUp, { capture: true });
    scope.removeEventListener('beforeinput', onBeforeInput, { capture: true });
    scope.removeEventListener('blur', onBlur);
  };
}
