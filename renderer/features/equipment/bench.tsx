import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wordAt } from '#renderer/app/code-words.ts';
import type { Scan } from '#renderer/app/scan/scan.ts';
import { useScan, useScanState } from '#renderer/app/scan-router.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import type { Token } from '#shared/codes/tokens.ts';
import styles from './admin.module.css';

/** Shows the last scan exactly as it came and what was read from it. */
export function Bench(): ReactElement {
  const { t } = useTranslation('admin');
  const last = useScanState((state) => state.recent.find((record) => record.scan.raw !== ''));
  useScan('screen', () => ({ verdict: 'notNeeded', text: t('bench.did') }));
  if (last === undefined) return <p className={styles['quiet']}>{t('bench.waiting')}</p>;
  const { scan, ms } = last;
  return (
    <Stack>
      <p className={styles['raw']}>{visible(scan.raw)}</p>
      <Facts
        items={[
          {
            name: t('bench.read'),
            value: scan.tokens.map(tokenText).join(' · ') || t('bench.none'),
          },
          ...tokenFacts(scan.tokens[0]),
          { name: t('bench.aim'), value: scan.aim ?? '—' },
          { name: t('bench.source'), value: `${scan.source.kind} ${scan.source.device}` },
          { name: t('bench.took'), value: t('bench.ms', { ms }) },
        ]}
      />
      <Problem scan={scan} />
      <p className={styles['quiet']}>{t('bench.controls')}</p>
    </Stack>
  );
}

function Problem(props: { scan: Scan }): ReactElement | null {
  const { t } = useTranslation('admin');
  const { problem } = props.scan;
  if (problem === null) return null;
  return (
    <Banner tone="warn" title={t('bench.problem')} code={problem}>
      {wordAt(`codes:refusals.${problem}`)}
    </Banner>
  );
}

/** Control characters by their pictures (U+2400 …), so that a suffix or a separator is seen. */
function visible(raw: string): string {
  return [...raw]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      return point < 0x20 ? String.fromCodePoint(0x2400 + point) : character;
    })
    .join('');
}

function tokenText(token: Token): string {
  return token.kind ?? '';
}

/** Fields of the first token, as the codes' reader names them. */
function tokenFacts(token: Token | undefined): { name: string; value: string }[] {
  if (token === undefined) return [];
  return Object.entries(token)
    .filter(([name, value]) => name !== 'kind' && ['string', 'number'].includes(typeof value))
    .slice(0, 8)
    .map(([name, value]) => ({ name, value: String(value) }));
}
