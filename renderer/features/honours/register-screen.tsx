import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './honours.module.css';
import { SpoilDialog } from './spoil-dialog.tsx';
import type { T } from './words.ts';

type Issue = OutputOf<'honours.register'>[number];

/** What was handed over, to whom, on which sheet, with the signature; a loss is reported here. */
export function RegisterScreen(): ReactElement {
  const { t } = useTranslation('honours');
  const zone = useStation((state) => state.zone);
  const { data } = useStationQuery('honours.register', {});
  const [lost, setLost] = useState<Issue>();
  const [taking, setTaking] = useState<Issue>();
  const rows = data ?? [];
  return (
    <>
      <ScreenHead title={t('register.title')} note={t('register.note', { count: rows.length })} />
      <Panes>
        <Pane>
          <Table
            label={t('register.label')}
            columns={columnsOf(t, zone, { onLost: setLost, onTake: setTaking })}
            rows={rows}
            rowId={(row) => row.certificateId}
            empty={t('register.empty')}
          />
        </Pane>
      </Panes>
      {lost === undefined ? null : <LostDialog issue={lost} onClose={() => setLost(undefined)} />}
      {taking === undefined ? null : (
        <SpoilDialog
          certificateId={taking.certificateId}
          serial={taking.serial ?? ''}
          onClose={() => setTaking(undefined)}
        />
      )}
    </>
  );
}

type Acts = { onLost: (row: Issue) => void; onTake: (row: Issue) => void };

function columnsOf(t: T, zone: string, acts: Acts): Column<Issue>[] {
  const when = (utc: string) =>
    `${dateText(Date.parse(utc), zone)} ${timeText(Date.parse(utc), zone)}`;
  return [
    { id: 'when', header: t('register.when'), cell: (row) => when(row.handedOverAt) },
    { id: 'name', header: t('register.name'), cell: (row) => row.name },
    { id: 'what', header: t('register.what'), cell: (row) => whatCell(row, t) },
    {
      id: 'serial',
      header: t('register.serial'),
      cell: (row) => (row.serial === null ? '—' : <Code>{row.serial}</Code>),
    },
    {
      id: 'times',
      header: t('register.times'),
      numeric: true,
      secondary: true,
      cell: (row) => row.count,
    },
    { id: 'receiver', header: t('register.receiver'), cell: (row) => receiverOf(row, t) },
    { id: 'signature', header: t('register.signature'), cell: (row) => signatureOf(row, t) },
    {
      id: 'medal',
      header: t('register.medal'),
      secondary: true,
      cell: (row) => t(row.medal ? 'register.yes' : 'register.no'),
    },
    {
      id: 'lost',
      header: '',
      width: '150px',
      cell: (row) => <AfterIssue row={row} {...acts} />,
    },
  ];
}

/** What can still be done about a paper that was handed over. */
function AfterIssue(props: Acts & { row: Issue }): ReactElement {
  const { t } = useTranslation('honours');
  const { row, onLost, onTake } = props;
  if (row.sheetOut) return <Button onPress={() => onTake(row)}>{t('withdrawn.take')}</Button>;
  if (row.state === 'withdrawn')
    return <StatusTag kind="notApplicable">{t('withdrawn.register')}</StatusTag>;
  if (row.state === 'lost') return <StatusTag kind="notApplicable">{t('register.lost')}</StatusTag>;
  return <Button onPress={() => onLost(row)}>{t('lostDialog.button')}</Button>;
}

function whatCell(row: Issue, t: T): string {
  const kind = `${t(`kind.${row.kind}`)} ${row.volumeMl} mL`;
  return row.handWritten.length === 0
    ? kind
    : `${kind} · ${t('register.handWritten', {
        characters: `${row.handWritten.join(' ')} ${row.handWrittenBy ?? ''}`.trim(),
      })}`;
}

function receiverOf(row: Issue, t: T): string {
  if (row.relation === 'self') return row.receiver;
  const relation = codeWord(['honours:relation'], row.relation);
  return t('register.proxy', { receiver: row.receiver, relation });
}

function signatureOf(row: Issue, t: T): ReactElement | string {
  if (row.signature === '') return t('register.noSignature');
  return (
    <svg className={styles['signature']} viewBox={boxOf(row.signature)} role="img">
      <title>{`${t('register.signature')} ${row.receiver}`}</title>
      <path d={row.signature} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The frame around the strokes, so that a small signature is as readable as a large one. */
function boxOf(path: string): string {
  const numbers = path.match(/-?[0-9.]+/g)?.map(Number) ?? [];
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  return `${left - 2} ${top - 2} ${width + 4} ${height + 4}`;
}

function LostDialog(props: { issue: Issue; onClose: () => void }): ReactElement {
  const { t } = useTranslation('honours');
  const { issue } = props;
  const reporting = useAct('honours.reportLost');
  const { certificateId, name, version } = issue;
  const act = async (): Promise<void> => {
    const call = { expects: { [certificateId]: version } };
    if ((await reporting.act({ certificateId }, call)) !== undefined) go('/papers/work');
  };
  return (
    <CommandDialog
      title={t('lostDialog.title', { name, kind: t(`kind.${issue.kind}`) })}
      stay={{ label: t('lostDialog.stay'), onPress: props.onClose }}
      command={reporting}
      act={{
        label: t('lostDialog.act'),
        onPress: () => void act(),
      }}
    >
      <p>{t('lostDialog.text')}</p>
    </CommandDialog>
  );
}
