import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { Outcome, QueryProblem } from '#renderer/app/client.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { Loaded } from './load.tsx';

/** A list at the left and, at the right, what is to be said about the chosen row or a new one. */
export function ListAndForm<Row>(props: {
  title: string;
  /** Name of the list to assistive technology. */
  label: string;
  query: UseQueryResult<readonly Row[], QueryProblem>;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  selectedId: string | undefined;
  onOpen: (row: Row) => void;
  empty: ReactNode;
  /** Above the list: a search. */
  above?: ReactNode;
  formTitle: string;
  children: ReactNode;
}): ReactElement {
  const { above } = props;
  const list = (
    <Loaded query={props.query}>
      {(rows) => (
        <Table
          label={props.label}
          columns={props.columns}
          rows={rows}
          rowId={props.rowId}
          selectedId={props.selectedId}
          onOpen={props.onOpen}
          empty={props.empty}
        />
      )}
    </Loaded>
  );
  return (
    <>
      <ScreenHead title={props.title} />
      <Panes>
        <Pane padded={above !== undefined}>
          {above === undefined ? (
            list
          ) : (
            <Stack>
              {above}
              {list}
            </Stack>
          )}
        </Pane>
        <SidePane title={props.formTitle}>{props.children}</SidePane>
      </Panes>
    </>
  );
}

/** Fields, what the station answered, and the one act with what is still missing for it. */
export function ActForm(props: {
  children: ReactNode;
  outcome: Outcome<unknown> | undefined;
  act: string;
  busy: boolean;
  missing: string | undefined;
  onAct: () => void;
  /** A quiet way on, below the act. */
  more?: ReactNode;
}): ReactElement {
  return (
    <Stack>
      {props.children}
      <OutcomePanel outcome={props.outcome} />
      <Button
        look="primary"
        wide
        busy={props.busy}
        disabledReason={props.missing}
        onPress={props.onAct}
      >
        {props.act}
      </Button>
      {props.more}
    </Stack>
  );
}
