import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSearchText } from '#renderer/app/router.tsx';
import type { Scan, ScanAnswer } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { setCount } from '#renderer/app/station-state.ts';
import { Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Flag } from '#renderer/ui/status-tag.tsx';
import styles from './honours.module.css';
import { PaperList } from './paper-list.tsx';
import { PaperPane } from './paper-pane.tsx';
import { graphemesOf, isOnStock, type Paper, type Stock, type T } from './words.ts';

/** The print desk: who waits for a paper, how it will look, and the one next step. */
export function WorkScreen(): ReactElement {
  const { t } = useTranslation('honours');
  const { data } = useStationQuery('honours.worklist', {});
  const [chosen, setChosen] = useState(useSearchText('paper'));
  const papers = data?.papers ?? [];
  const current = papers.find((one) => one.certificateId === chosen) ?? papers[0];
  const count = papers.length;
  useEffect(() => setCount('/papers/work', count), [count]);
  useScan('screen', (scan) => {
    const found = paperOfScan(scan, papers);
    if (found === undefined) return 'pass';
    setChosen(found.certificateId);
    return { verdict: 'moved', text: t('scan.donorFound', { name: found.name }) } as ScanAnswer;
  });
  return (
    <>
      <ScreenHead title={t('title')} note={t('note')}>
        {current === undefined || data === undefined ? null : (
          <Checks paper={current} stock={data.stock} hasPrinter={data.printers.length > 0} t={t} />
        )}
      </ScreenHead>
      <Panes>
        <SidePane
          title={t('list.title', { count })}
          note={t('list.order')}
          width="narrow"
          padded={false}
        >
          {data === undefined ? null : (
            <PaperList papers={papers} current={current?.certificateId} onChoose={setChosen} />
          )}
        </SidePane>
        <section className={styles['work']}>
          {current === undefined || data === undefined ? (
            data === undefined ? null : (
              <EmptyState icon="stamp" title={t('list.empty')} fill={t('list.emptyFill')} />
            )
          ) : (
            <PaperPane
              key={current.certificateId}
              paper={current}
              printers={data.printers}
              stock={data.stock}
            />
          )}
        </section>
      </Panes>
    </>
  );
}

/** The paper of a donor's card or of a donation number. */
function paperOfScan(scan: Scan, papers: readonly Paper[]): Paper | undefined {
  if (scan.problem !== null) return undefined;
  for (const token of scan.tokens) {
    if (token.kind === 'din') return papers.find((paper) => paper.din === token.din);
    if (token.kind === 'donorCard')
      return papers.find((paper) => paper.donorNumber === `D-${token.id}`);
  }
  return undefined;
}

function Checks(props: { paper: Paper; stock: Stock; hasPrinter: boolean; t: T }): ReactElement {
  const { paper, stock, t } = props;
  const glyphs = paper.missing
    ? ({ kind: 'stop', text: t('check.glyphsMissing') } as const)
    : paper.handWritten.length > 0
      ? ({
          kind: 'caution',
          text: t('check.handWritten', { count: paper.handWritten.length }),
        } as const)
      : ({
          kind: 'ok',
          text: t('check.glyphsOk', { count: graphemesOf(paper.name).length }),
        } as const);
  return (
    <>
      <Flag kind={glyphs.kind}>{glyphs.text}</Flag>
      {props.hasPrinter ? null : <Flag kind="stop">{t('check.printerNone')}</Flag>}
      {isOnStock(paper) ? (
        <Flag kind={stock === null || !stock.fits ? 'stop' : 'ok'}>
          {t(
            stock === null ? 'check.stockNone' : stock.fits ? 'check.stockOk' : 'check.stockWrong',
          )}
        </Flag>
      ) : null}
    </>
  );
}
