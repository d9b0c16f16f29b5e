import type { ReactElement } from 'react';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';

/** A list of reactions, one of them opened beside it. */
export function ReactionTable<Row extends { readonly reactionId: string }>(props: {
  label: string;
  /** What an empty list means. */
  none: string;
  rows: readonly Row[];
  chosen: Row | undefined;
  onChoose: (reactionId: string) => void;
  columns: readonly Column<Row>[];
}): ReactElement {
  const { label, none, rows, chosen, onChoose, columns } = props;
  return (
    <Table
      label={label}
      rows={rows}
      rowId={(row) => row.reactionId}
      selectedId={chosen?.reactionId}
      onOpen={(row) => onChoose(row.reactionId)}
      empty={<EmptyState icon="reaction" title={label} fill={none} />}
      columns={columns}
    />
  );
}
