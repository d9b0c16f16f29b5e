import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { type StationClient, useClient } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import type { Scan, ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import type { TokenKind } from '#shared/codes/tokens.ts';
import type { ChairView, SetupDraft, SetupStep, SupplyStep, WaitingVisit } from './setup-state.ts';
import { SUPPLIES } from './setup-state.ts';
import type { SettingState } from './use-setting.ts';
import { comparable, refusedVerdict, type WrongWords } from './verdicts.ts';

type SetupParts = {
  view: ChairView | undefined;
  visit: WaitingVisit | undefined;
  draft: SetupDraft;
  done: ReadonlySet<SetupStep>;
  setting: SettingState;
  change: (part: Partial<SetupDraft>) => void;
  choose: (visitId: string) => void;
  start: (badge: string | undefined) => Promise<Outcome<unknown>>;
};

const STEP_OF: Partial<Record<TokenKind, 'machine' | 'supply' | 'donor' | 'number'>> = {
  device: 'machine',
  supply: 'supply',
  lotSticker: 'supply',
  donorCard: 'donor',
  donorSlip: 'donor',
  residentId: 'donor',
  din: 'number',
};

/** Lets the scanner fill the set-up in any order; each verdict is the core's. */
export function useSetupScan(parts: SetupParts): void {
  const client = useClient();
  const { t } = useTranslation('collection');
  const { view } = parts;
  const words: WrongWords = {
    title: t('wrong.title'),
    detail: `${view?.name ?? ''} ${parts.visit?.person.name ?? ''}。${t('wrong.nothingWritten')}`,
    expectedNote: t('wrong.expectedHere'),
    scannedNote: t('wrong.scannedOther'),
    steps: [t('wrong.stepDown'), t('wrong.stepAgain')],
  };
  const donorWords: WrongWords = {
    ...words,
    expectedNote: t('wrong.expectedDonor'),
    scannedNote: t('wrong.scannedDonor'),
    steps: [t('wrong.stepAsk'), t('wrong.stepDocument')],
  };
  useScan('step', async (scan) => {
    if (view === undefined) return 'pass';
    const badge = badgeOf(scan);
    if (badge !== undefined)
      return isToCompare(parts)
        ? confirmDisplay(client, parts, badge, words, t('setting.state.confirmed'))
        : takeBadge(parts, badge, words, t('setup.start'));
    const kind = scan.tokens[0]?.kind;
    const what = kind === undefined ? undefined : STEP_OF[kind];
    if (scan.problem !== null || what === undefined) return 'pass';
    const raw = scan.aim === undefined ? scan.raw : `${scan.aim}${scan.raw}`;
    if (what === 'machine') return takeSupply(client, view, 'machine', raw, words);
    if (what === 'supply') return takeAnySupply(client, parts, view, raw, words);
    if (what === 'donor') return takeDonor(client, parts, view, scan, raw, donorWords);
    return takeNumber(client, parts, view, raw, words);
  });
}

/** Whether the badge at the chair says that the machine's display was compared. */
function isToCompare({ setting, draft }: SetupParts): boolean {
  return draft.number !== undefined && (setting === 'noAnswer' || setting === 'notProgrammable');
}

async function confirmDisplay(
  client: StationClient,
  { view, draft }: SetupParts,
  badge: string,
  words: WrongWords,
  text: string,
): Promise<ScanVerdict> {
  const input = { chairId: view?.chairId ?? '', number: draft.number ?? '' };
  const outcome = await client.command('collection.confirmDisplay', input, { proof: { badge } });
  return outcome.status === 'ok' ? { verdict: 'ok', text } : refusedVerdict(outcome, words);
}

async function takeBadge(
  parts: SetupParts,
  badge: string,
  words: WrongWords,
  text: string,
): Promise<ScanVerdict | 'pass'> {
  const ready = (['donor', 'number'] as const).every((step) => parts.done.has(step));
  if (!ready || parts.view?.preparation === null) return 'pass';
  const outcome = await parts.start(badge);
  return outcome.status === 'ok' ? { verdict: 'ok', text } : refusedVerdict(outcome, words);
}

async function takeSupply(
  client: StationClient,
  view: ChairView,
  step: SupplyStep,
  raw: string,
  words: WrongWords,
): Promise<ScanVerdict> {
  const input = { chairId: view.chairId, step, scan: raw };
  const outcome = await client.command('collection.checkSetup', input);
  if (outcome.status !== 'ok') return refusedVerdict(outcome, words);
  const { what, detail } = outcome.value;
  if (view.preparation !== null) return { verdict: 'notNeeded', text: what };
  return { verdict: 'ok', text: `${what} ${detail}`.trim() };
}

/** Kit, anticoagulant and saline come in any order: the core says which one it is. */
async function takeAnySupply(
  client: StationClient,
  parts: SetupParts,
  view: ChairView,
  raw: string,
  words: WrongWords,
): Promise<ScanVerdict> {
  const missing = SUPPLIES.filter((step) => step !== 'machine' && !parts.done.has(step));
  const first = missing[0] ?? 'kit';
  const input = { chairId: view.chairId, step: first, scan: raw };
  const outcome = await client.command('collection.checkSetup', input);
  const other = outcome.status === 'refused' ? outcome.reasons[0] : undefined;
  const kind = other?.code === 'collection.otherSupply' ? other.params?.['scanned'] : undefined;
  const step = SUPPLIES.find((each) => each === kind);
  return takeSupply(client, view, step ?? first, raw, words);
}

async function takeDonor(
  client: StationClient,
  parts: SetupParts,
  view: ChairView,
  scan: Scan,
  raw: string,
  donorWords: WrongWords,
): Promise<ScanVerdict> {
  const visitId = parts.visit?.visitId;
  const input = { chairId: view.chairId, step: 'donor' as const, scan: raw, visitId };
  const outcome = await client.command('collection.checkSetup', input);
  if (outcome.status !== 'ok') return refusedVerdict(outcome, donorWords);
  const { what, detail: donorId } = outcome.value;
  const visit = view.waiting.find((each) => each.person.donorId === donorId);
  if (parts.visit === undefined && visit !== undefined) parts.choose(visit.visitId);
  if (parts.visit === undefined && visit === undefined)
    return { verdict: 'caution', text: `${what} · ${scan.raw.slice(0, 20)}` };
  parts.change({ card: { raw, what }, noCard: false });
  return { verdict: 'ok', text: what };
}

async function takeNumber(
  client: StationClient,
  parts: SetupParts,
  view: ChairView,
  raw: string,
  words: WrongWords,
): Promise<ScanVerdict> {
  const { visit } = parts;
  if (visit !== undefined && visit.din === null) {
    const input = { visitId: visit.visitId, sheet: raw, chairId: view.chairId };
    const given = await client.command('collection.assignNumber', input);
    if (given.status !== 'ok') return refusedVerdict(given, words);
    parts.change({ number: raw });
    return { verdict: 'ok', text: comparable(given.value.din) };
  }
  const input = {
    chairId: view.chairId,
    step: 'number' as const,
    scan: raw,
    visitId: visit?.visitId,
  };
  const outcome = await client.command('collection.checkSetup', input);
  if (outcome.status !== 'ok') return refusedVerdict(outcome, words);
  const { what, detail } = outcome.value;
  if (visit === undefined && detail !== '') parts.choose(detail);
  parts.change({ number: raw });
  return { verdict: 'ok', text: comparable(what) };
}

/** Opens the run that was just started. */
export function openRun(din: string): void {
  go(`/runs/${din}`);
}
