import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Facts } from '#renderer/ui/rows.tsx';
import { ErrorState } from '#renderer/ui/states.tsx';
import { useWidth } from '#renderer/ui/use-width.ts';
import { HandBar } from './hand-bar.tsx';
import styles from './honours.module.css';
import { PdfPage, Stage } from './pdf-page.tsx';
import { ProofBar } from './proof-bar.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { WithdrawnBar } from './withdrawn-bar.tsx';
import { isOnStock, type Paper, type PaperDetail, type Printer, type Stock } from './words.ts';

const A4_WIDTH_MM = 210;
/** The certificate form with its ruler strip, 210 × 154 mm, in CSS pixels. */
const TRUE_WIDTH_PX = 794;
const TRUE_HEIGHT_PX = 582;

/** One paper: how it will look above, the one next step below. */
export function PaperPane(props: {
  paper: Paper;
  printers: readonly Printer[];
  stock: Stock;
}): ReactElement {
  const { paper, stock } = props;
  const { certificateId } = paper;
  const { data } = useStationQuery('honours.paper', { certificateId });
  const { ref, width, height } = useWidth();
  const isTrueSize = width >= TRUE_WIDTH_PX && height >= TRUE_HEIGHT_PX;
  const [printerId, setPrinterId] = useState<string>();
  const printer = props.printers.find((one) => one.deviceId === printerId) ?? props.printers[0];
  return (
    <>
      <Legend paper={paper} stock={stock} isTrueSize={isTrueSize} />
      <Stage place={ref}>
        <Preview paper={paper} />
        {data === undefined || data === null ? null : <PaperFacts paper={data} />}
      </Stage>
      {data === undefined || data === null ? null : (
        <NextStep
          paper={data}
          printer={printer}
          printers={props.printers}
          onPrinter={setPrinterId}
        />
      )}
    </>
  );
}

function NextStep(props: {
  paper: PaperDetail;
  printer: Printer | undefined;
  printers: readonly Printer[];
  onPrinter: (deviceId: string) => void;
}): ReactElement | null {
  const { paper } = props;
  switch (paper.state) {
    case 'ready':
    case 'proofed':
    case 'spoiled':
      return <ProofBar {...props} />;
    case 'printing':
      return <SheetBar {...props} />;
    case 'printed':
      return isOnStock(paper) ? <SheetBar {...props} /> : <HandBar paper={paper} />;
    case 'scanned':
    case 'toPost':
    case 'toCollect':
      return <HandBar paper={paper} />;
    case 'withdrawn':
      return <WithdrawnBar paper={paper} />;
    case 'handedOver':
    case 'lost':
      return null;
  }
}

function Legend(props: { paper: Paper; stock: Stock; isTrueSize: boolean }): ReactElement {
  const { t, i18n } = useTranslation('honours');
  const { paper, stock } = props;
  if (!isOnStock(paper))
    return (
      <div className={styles['legend']}>
        <b>{t(`kind.${paper.kind}`)}</b>
        <span>{t('preview.plain')}</span>
      </div>
    );
  const width = new Intl.NumberFormat(i18n.language).format((stock?.widthTenthsMm ?? 0) / 10);
  const height = new Intl.NumberFormat(i18n.language).format((stock?.heightTenthsMm ?? 0) / 10);
  return (
    <div className={styles['legend']}>
      <b>
        {stock === null
          ? t('check.stockNone')
          : t('preview.stock', { name: t('kind.certificate'), width, height })}
      </b>
      {props.isTrueSize ? <span>{t('preview.trueSize')}</span> : null}
      <span>
        <i className={styles['swatch']} />
        {t('preview.form')}
      </span>
      <span>
        <i className={cx(styles['swatch'], styles['text'])} />
        {t('preview.text')}
      </span>
      {paper.missing || paper.handWritten.length > 0 ? (
        <span>
          <i className={cx(styles['swatch'], styles['space'])} />
          {t('preview.space')}
        </span>
      ) : null}
    </div>
  );
}

function Preview(props: { paper: Paper }): ReactElement | null {
  const { t, i18n } = useTranslation('honours');
  const { paper } = props;
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { certificateId } = paper;
  const { data } = useStationQuery('honours.preview', { certificateId, language });
  if (data === undefined) return <p className={styles['padded']}>{t('preview.loading')}</p>;
  if (data.pdf === null) {
    const problem = refusalText(data.problem ?? { code: 'honours.notDrawn' });
    return (
      <ErrorState
        tone="danger"
        title={problem.title}
        safe={t('preview.failedSafe')}
        todo={t('preview.failedTodo')}
        code={problem.code}
      />
    );
  }
  const label = t('preview.label', { name: paper.name, kind: t(`kind.${paper.kind}`) });
  return <PdfPage pdf={data.pdf} label={label} widthMm={A4_WIDTH_MM} fits={isOnStock(paper)} />;
}

/** The characters, and who wrote them. */
function handWriting({ handWritten, handWrittenBy }: PaperDetail): string {
  const characters = handWritten.join(' ');
  return handWrittenBy === null ? characters : `${characters}（${handWrittenBy}）`;
}

function PaperFacts(props: { paper: PaperDetail }): ReactElement {
  const { t } = useTranslation('honours');
  const { paper } = props;
  const { visitId } = paper;
  const items = [
    { name: t('facts.din'), value: <Code>{paper.din}</Code> },
    { name: t('facts.donor'), value: <Code>{paper.donorNumber}</Code> },
    { name: t('facts.document'), value: paper.document },
    { name: t('facts.donatedOn'), value: paper.donatedOn },
    { name: t('facts.volume'), value: `${paper.volumeMl} mL` },
    { name: t('facts.count'), value: t('facts.times', { count: paper.count }) },
    ...(paper.serial === null
      ? []
      : [{ name: t('facts.serial'), value: <Code>{paper.serial}</Code> }]),
    ...(paper.replaces === null
      ? []
      : [{ name: t('facts.replaces'), value: <Code>{paper.replaces.serial ?? '—'}</Code> }]),
    ...(paper.handWritten.length === 0
      ? []
      : [{ name: t('facts.handWritten'), value: handWriting(paper) }]),
    ...(paper.spoiled.length === 0
      ? []
      : [
          {
            name: t('facts.spoiled'),
            value: paper.spoiled
              .map(({ serial, code }) => `${serial} ${codeWord(['honours:spoilCode'], code)}`)
              .join('，'),
          },
        ]),
  ];
  return (
    <div className={styles['facts']}>
      <Facts items={items} />
      {visitId === null ? null : (
        <Button onPress={() => go(`/papers/form/${encodeURIComponent(visitId)}`)}>
          {t('form.open')}
        </Button>
      )}
    </div>
  );
}
