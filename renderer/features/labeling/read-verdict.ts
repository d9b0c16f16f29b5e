import type { TFunction } from 'i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import type { OutputOf } from '#shared/contract/index.ts';

type Verified = OutputOf<'labeling.verifyLabel'>;
type Translate = TFunction<'labeling'>;

/** What a read-back shows: agreed, to be scanned again, or the full-screen stop of a wrong label. */
export function verdictOfRead(outcome: Outcome<Verified>, t: Translate): ScanVerdict {
  switch (outcome.status) {
    case 'ok':
      return outcome.value.verified
        ? { verdict: 'ok', text: t('screen.verified'), detail: outcome.value.serial }
        : wrongLabel(outcome.value, t);
    case 'refused': {
      const [reason] = outcome.reasons;
      const text = reason ? refusalText(reason).title : '';
      return { verdict: 'caution', text };
    }
    case 'failed':
      return { verdict: 'caution', text: refusalText({ code: outcome.code }).title };
    case 'unknown':
      return { verdict: 'caution', text: t('screen.unknown') };
  }
}

function wrongLabel(value: Verified, t: Translate): ScanVerdict {
  const [first] = value.differences;
  const names = listWords(
    value.differences.map(({ field }) => codeWord(['labeling:fields'], field)),
  );
  return {
    verdict: 'wrong',
    title: t('screen.wrongTitle'),
    detail: `${names}。${t('screen.wrongFirst')}`,
    expected: { code: first?.expected ?? '', note: t('screen.record') },
    scanned: { code: first?.scanned ?? '', note: t('screen.read') },
    steps: [t('screen.wrongSecond'), t('screen.wrongThird')],
    code: 'labeling.mismatch',
  };
}
