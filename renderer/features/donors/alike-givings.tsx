import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { Signature } from '../operators/signature.tsx';

type Alike = OutputOf<'donors.alikeGivings'>[number];

/** Entries that may be one donation, mostly after a merge: two people rule, and may take it back. */
export function AlikeGivings(props: { donorId: string }): ReactElement | null {
  const { t } = useTranslation('donors');
  const { donorId } = props;
  const { data = [] } = useStationQuery('donors.alikeGivings', { donorId });
  const [open, setOpen] = useState<Alike>();
  if (data.length === 0) return null;
  return (
    <Stack>
      <p>{t('alike.lead')}</p>
      <Table
        label={t('alike.title')}
        rows={data}
        rowId={(row) => `${row.a.itemId}=${row.b.itemId}`}
        columns={[
          { id: 'on', header: t('past.on'), cell: (row) => row.on },
          {
            id: 'type',
            header: t('past.type'),
            cell: (row) => codeWord(['donors:donationTypes'], row.donationType),
          },
          {
            id: 'entries',
            header: t('alike.entries'),
            cell: (row) => [row.a, row.b].map((one) => words(one, t)).join(' / '),
          },
          {
            id: 'same',
            header: t('columns.state'),
            cell: (row) => (
              <StatusTag kind={row.same ? 'ok' : 'waiting'}>
                {t(`alike.standing.${row.same}`)}
              </StatusTag>
            ),
          },
          {
            id: 'rule',
            header: '',
            cell: (row) => (
              <Button onPress={() => setOpen(row)}>
                {t(row.same ? 'alike.part' : 'alike.join')}
              </Button>
            ),
          },
        ]}
      />
      {open === undefined ? null : (
        <RulingDialog donorId={donorId} pair={open} onDone={() => setOpen(undefined)} />
      )}
    </Stack>
  );
}

function words({ number, source, volumeMl }: Alike['a'], t: TFunction<'donors'>): string {
  const from = t(source === 'donation' ? 'alike.here' : 'alike.paper');
  return `${number} ${from} ${volumeMl ?? '—'} mL`;
}

function RulingDialog(props: { donorId: string; pair: Alike; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId, pair, onDone } = props;
  const { act, outcome, busy } = useAct('donors.ruleGivings');
  const [why, setWhy] = useState('');
  const same = !pair.same;
  return (
    <Dialog
      open
      wide
      title={t(same ? 'alike.titleJoin' : 'alike.titlePart', { on: pair.on })}
      stay={{ label: t('alike.keep'), onPress: onDone }}
    >
      <Stack>
        <p>{[pair.a, pair.b].map((one) => words(one, t)).join(' / ')}</p>
        <TextField label={t('alike.why')} value={why} onChange={setWhy} />
        <Signature
          label={t(same ? 'alike.join' : 'alike.part')}
          two
          busy={busy}
          {...(why.trim() === '' ? { missing: t('alike.why') } : {})}
          onSign={async (proof) => {
            const input = { donorId, a: pair.a.itemId, b: pair.b.itemId, same, why };
            if ((await act(input, { proof })) === undefined) return;
            announce('ok', t('alike.done'));
            onDone();
          }}
        />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}
