import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useClient } from '#renderer/app/operations.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { containerOf } from '#shared/features/collection/words.ts';
import type { RunView } from './run-marks.ts';
import { comparable } from './verdicts.ts';

/**
 * The screen is locked to its donor: her own codes are fine, another's stop it. The sticker on a tube of
 * hers records that it was filled at the needle.
 */
export function useRunScan(view: RunView): void {
  const { t } = useTranslation('collection');
  const client = useClient();
  const wrong = (expected: string, scanned: string): ScanVerdict => ({
    verdict: 'wrong',
    title: t('wrong.title'),
    detail: `${t('board.chair', { code: view.chair })} ${view.person.name}。${t('wrong.nothingWritten')}`,
    expected: { code: expected, note: t('wrong.expectedDonation') },
    scanned: { code: scanned, note: t('wrong.scannedOther') },
    steps: [t('wrong.stepDown'), t('wrong.stepAgain')],
    code: 'collection.otherDonation',
  });
  const drawTube = async (scan: string, container: string): Promise<ScanVerdict> => {
    const tube = codeWord(['collection:container'], container);
    if (view.drawnTubes.includes(container)) return { verdict: 'notNeeded', text: tube };
    const outcome = await client.command('collection.drawTube', { din: view.din, scan });
    if (outcome.status === 'ok') return { verdict: 'ok', text: t('draw.tubeDrawn', { tube }) };
    const [reason] = outcome.status === 'refused' ? outcome.reasons : [];
    return { verdict: 'caution', text: reason ? refusalText(reason).title : tube };
  };
  useScan('screen', (scan) => {
    const token = scan.tokens[0];
    if (scan.problem !== null || token === undefined) return 'pass';
    if (token.kind === 'din') {
      if (token.din !== view.din) return wrong(comparable(view.din), comparable(token.din));
      const container = containerOf(token.flags);
      return container !== undefined && tubesOf(view).includes(container)
        ? drawTube(scan.aim === undefined ? scan.raw : `${scan.aim}${scan.raw}`, container)
        : { verdict: 'ok', text: comparable(view.din) };
    }
    if (token.kind !== 'donorCard') return 'pass';
    const own = view.person.number.replaceAll('-', '');
    return token.id === own ? { verdict: 'ok', text: view.person.number } : wrong(own, token.id);
  });
}

/** The tubes of the set of a donation. */
export function tubesOf(view: RunView): readonly string[] {
  return view.requiredContainers.filter((each) => each !== 'bag' && each !== 'form');
}
