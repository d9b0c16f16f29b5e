import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText, useNow } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { AdminHead } from './admin-head.tsx';
import { ListEmpty } from './asked.tsx';

/** Ranges of donation numbers: whose, whole or burned; a further one needs two administrators. */
export function Numbers(): ReactElement {
  const { t } = useTranslation('admin');
  const asked = useStationQuery('equipment.numberLeases', {});
  const leases = asked.data ?? [];
  return (
    <>
      <AdminHead place="numbers" title={t('numbers.title')} note={t('numbers.note')} />
      <Panes>
        <Pane>
          <Table
            label={t('numbers.title')}
            rows={leases}
            rowId={(row) => row.leaseId}
            empty={
              <ListEmpty
                query={asked}
                icon="barcode"
                title={t('numbers.empty')}
                fill={t('numbers.emptyFill')}
              />
            }
            columns={[
              {
                id: 'facility',
                header: t('numbers.facility'),
                cell: (row) => row.facility,
                code: true,
              },
              { id: 'year', header: t('numbers.year'), cell: (row) => `20${row.year}` },
              {
                id: 'range',
                header: t('numbers.range'),
                cell: (row) => `${sixDigits(row.first)}–${sixDigits(row.last)}`,
                code: true,
              },
              {
                id: 'owner',
                header: t('numbers.owner'),
                cell: (row) => (row.own ? t('numbers.own') : t('numbers.other')),
              },
              {
                id: 'state',
                header: t('common.state'),
                cell: (row) =>
                  row.burnedAbove === null
                    ? t('numbers.whole')
                    : t('numbers.burned', { n: sixDigits(row.burnedAbove) }),
              },
            ]}
          />
        </Pane>
        <LeaseForm />
      </Panes>
    </>
  );
}

function sixDigits(sequence: number): string {
  return String(sequence).padStart(6, '0');
}

function LeaseForm(): ReactElement {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  const [year, setYear] = useState(dateText(useNow(60_000), zone).slice(2, 4));
  const [first, setFirst] = useState<number | undefined>(undefined);
  const [last, setLast] = useState<number | undefined>(undefined);
  const lease = useAnnouncedAct('collection.leaseNumbers', () => t('common.saved'));
  const missing =
    first === undefined ? t('numbers.first') : last === undefined ? t('numbers.last') : undefined;
  return (
    <SidePane
      title={t('numbers.lease')}
      foot={
        <Signature
          label={t('numbers.lease')}
          two
          busy={lease.busy}
          missing={missing}
          onSign={(proof) => {
            if (first !== undefined && last !== undefined)
              lease.run({ year, first, last }, { proof });
          }}
        />
      }
    >
      <Stack>
        <p>{t('numbers.leaseText')}</p>
        <TextField
          label={t('numbers.year')}
          value={year}
          onChange={(text) => setYear(text.trim())}
          code
        />
        <Row columns={2}>
          <NumberField label={t('numbers.first')} unit="" value={first} onChange={setFirst} />
          <NumberField label={t('numbers.last')} unit="" value={last} onChange={setLast} />
        </Row>
        <OutcomePanel outcome={lease.outcome} />
      </Stack>
    </SidePane>
  );
}
