import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { comparable } from '#renderer/features/collection/verdicts.ts';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Code } from '#renderer/ui/code.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { isDin } from '#shared/codes/din.ts';
import { SECTIONS, type Section } from '#shared/features/handover/model.ts';
import type { Draft } from './account-words.ts';

type Item = Draft['items'][number];

/** What the next shift must know, section by section; empty sections are left out. */
export function Sheet(props: { items: readonly Item[] }): ReactElement {
  const { t } = useTranslation('handover');
  const sections = SECTIONS.filter((section) =>
    props.items.some((item) => item.section === section),
  );
  if (sections.length === 0) return <p>{t('nothing')}</p>;
  return (
    <>
      {sections.map((section) => (
        <SectionTable
          key={section}
          section={section}
          items={props.items.filter((item) => item.section === section)}
        />
      ))}
    </>
  );
}

function SectionTable(props: { section: Section; items: readonly Item[] }): ReactElement {
  const { t } = useTranslation(['handover', 'collection', 'quality']);
  const moment = useMoment();
  const title = t(`handover:sections.${props.section}`);
  return (
    <Table
      label={title}
      tight
      rows={props.items}
      rowId={(item) => `${item.subject} ${item.at ?? ''} ${item.detail}`}
      columns={[
        { id: 'subject', header: title, cell: (item) => <Subject item={item} /> },
        {
          id: 'what',
          header: t('handover:column.what'),
          cell: (item) => <Detail item={item} />,
        },
        {
          id: 'time',
          header: t('handover:column.time'),
          cell: (item) => (item.at === null ? '' : moment(item.at)),
        },
        {
          id: 'owner',
          header: t('handover:column.owner'),
          cell: (item) => item.owner ?? '',
          secondary: true,
        },
      ]}
    />
  );
}

function Subject(props: { item: Item }): ReactElement {
  const { t } = useTranslation(['handover', 'collection']);
  const { section, subject, chair } = props.item;
  const place = chair === null ? '' : t('collection:board.chair', { code: chair });
  if (isDin(subject))
    return (
      <>
        <Code>{comparable(subject)}</Code> {place}
      </>
    );
  if (section === 'seals') return <>{codeWord(['handover:sealsOf'], subject)}</>;
  if (section !== 'short') return <>{`${subject} ${place}`.trim()}</>;
  if (subject.startsWith('kit:'))
    return <>{t('handover:shortOf.kit', { lot: subject.slice('kit:'.length) })}</>;
  return <>{codeWord(['handover:shortOf'], subject)}</>;
}

/** `outside -12.5` is a verdict with its figure; the codes of incidents have words of their own. */
function Detail(props: { item: Item }): ReactNode {
  useTranslation();
  const { section, detail } = props.item;
  if (section === 'incidents') return codeWord(['quality:codes'], detail);
  const [code = '', figure] = detail.split(' ');
  const words = codeWord(['handover:detail'], code);
  const text = figure === undefined ? words : `${words} ${figure} ℃`;
  const isBad = code === 'outside' || code === 'severe' || code === 'stopped';
  return isBad ? <StatusTag kind="stop">{text}</StatusTag> : text;
}
