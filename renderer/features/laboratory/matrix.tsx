import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Flag, StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { isTestNumber } from '#shared/codes/test-number.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { containerOf, DinCode } from './din-parts.tsx';
import { GroupPanel } from './group-panel.tsx';
import { Loaded } from './load.tsx';
import { OpenResults } from './open-results.tsx';
import { ReadingLine } from './reading-line.tsx';
import { STATE_KIND, useSide } from './words.ts';

export type Matrix = OutputOf<'laboratory.matrix'>;
type Test = Matrix['tests'][number];
export type Correcting = { readonly test: Test; readonly resultId: string };

function useColumns(): readonly Column<Test>[] {
  const { t } = useTranslation('laboratory');
  const side = useSide();
  const known = (test: Test): string =>
    codeWord(
      ['laboratory:effective', 'laboratory:values', 'laboratory:ui.state'],
      test.kind === 'enzyme' && test.value === 'nonreactive' ? 'withinLimit' : test.value,
    );
  return [
    { id: 'test', header: t('ui.columns.test'), cell: (row) => side(row.name) },
    {
      id: 'limit',
      header: t('ui.columns.limit'),
      cell: (row) => side(row.limit),
      secondary: true,
    },
    {
      id: 'rounds',
      header: t('ui.columns.rounds'),
      cell: (row) => `${row.roundsDone} / ${row.rounds}`,
      numeric: true,
    },
    { id: 'result', header: t('ui.columns.result'), cell: known },
    {
      id: 'state',
      header: t('ui.columns.state'),
      cell: (row) => (
        <StatusTag kind={STATE_KIND[row.state]}>{t(`ui.state.${row.state}`)}</StatusTag>
      ),
    },
  ];
}

/** Every required test of a donation with its rounds and each reading behind it. */
export function LabMatrix(): ReactElement {
  const { t } = useTranslation('laboratory');
  const din = useRouteParams()['din'] ?? '';
  const query = useStationQuery('laboratory.matrix', { din });
  const columns = useColumns();
  useClosing(query.data?.openForMs ?? null, () => void query.refetch());
  const [correcting, correct] = useState<Correcting | undefined>(undefined);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const toggle = ({ test }: Test): void =>
    setOpened(opened.includes(test) ? opened.filter((one) => one !== test) : [...opened, test]);
  useScan('screen', (scan) => {
    const read = containerOf(scan);
    if (read === undefined) return 'pass';
    go(`/lab/results/${read.din}`);
    return { verdict: 'moved', text: t('ui.titles.matrix') };
  });
  return (
    <>
      <ScreenHead title={t('ui.titles.matrix')} note={<DinCode din={din} strong />}>
        {query.data ? (
          <Flag kind={STATE_KIND[query.data.state]}>{t(`ui.state.${query.data.state}`)}</Flag>
        ) : null}
      </ScreenHead>
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(matrix) => (
              <Table
                label={t('ui.titles.matrix')}
                columns={columns}
                rows={exceptionsFirst(matrix.tests)}
                rowId={(row) => row.test}
                onOpen={toggle}
                tone={(row) => (row.state === 'unqualified' ? 'stop' : 'plain')}
                detail={(row) =>
                  row.readings.length === 0 || isFolded(row, opened) ? undefined : (
                    <Readings
                      test={row}
                      onCorrect={(resultId) => correct({ test: row, resultId })}
                    />
                  )
                }
                empty={
                  <EmptyState
                    icon="flask"
                    title={t('ui.empty.matrix')}
                    fill={t('ui.empty.matrixFill')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
        <SidePane title={t(isTestNumber(din) ? 'ui.columns.result' : 'ui.matrix.group')}>
          <Loaded query={query}>
            {(matrix) => (
              <Stack>
                <OpenResults key={matrix.din} matrix={matrix} />
                {isTestNumber(din) ? null : (
                  <>
                    <GroupPanel matrix={matrix} />
                    <Button wide onPress={() => go(`/lab/processing/${din}`)}>
                      {t('ui.matrix.process')}
                    </Button>
                  </>
                )}
              </Stack>
            )}
          </Loaded>
        </SidePane>
      </Panes>
      {correcting === undefined ? null : (
        <CorrectDialog correcting={correcting} onClose={() => correct(undefined)} />
      )}
    </>
  );
}

/** Asks again once the results close, so that they leave the screen by themselves. */
function useClosing(openForMs: number | null, again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (openForMs === null) return;
    const timer = setTimeout(() => latest.current(), openForMs + 500);
    return () => clearTimeout(timer);
  }, [openForMs]);
}

const ORDER = ['unqualified', 'pending', 'qualified'] as const;

/** What needs a person stands first (the order of the pack within). */
function exceptionsFirst(tests: readonly Test[]): readonly Test[] {
  return ORDER.flatMap((state) => tests.filter((test) => test.state === state));
}

/** Readings of a good test are folded away until asked for; those of an exception until put away. */
function isFolded(test: Test, toggled: readonly string[]): boolean {
  return (test.state === 'qualified') !== toggled.includes(test.test);
}

function Readings(props: { test: Test; onCorrect: (resultId: string) => void }): ReactElement {
  return (
    <Stack gap="small">
      {props.test.readings.map((reading) => (
        <ReadingLine
          key={reading.resultId}
          reading={reading}
          onCorrect={() => props.onCorrect(reading.resultId)}
        />
      ))}
    </Stack>
  );
}
