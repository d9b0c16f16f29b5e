import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useMay } from '#renderer/app/may.ts';
import { useSession } from '#renderer/app/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { readsGrounds } from '#shared/features/donors/facts.ts';
import { useProgrammes } from '../rulesets/programmes.ts';
import { DeferDialog } from './defer-dialog.tsx';
import type { DonorFile } from './file.tsx';
import { ReinstateDialog } from './reinstate-dialog.tsx';

type Deferral = DonorFile['deferrals'][number];

/** What holds a donor back, and the two acts on it. */
export function Deferrals(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation('donors');
  const { file } = props;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState<'defer' | 'reinstate' | undefined>(undefined);
  const mayDefer = useMay('donors.defer');
  const mayReinstate = useMay('donors.reinstate');
  const mayOpen = useSession((state) => readsGrounds(state.user?.roles ?? []));
  const words = useDeferralWords();
  const row = file.deferrals.find((each) => each.deferralId === chosen && each.active);
  const close = (): void => setOpen(undefined);
  return (
    <Stack>
      <DeferralTable rows={file.deferrals} chosen={row?.deferralId} onChoose={setChosen} />
      {mayOpen && file.deferrals.some((each) => each.hidden) ? (
        <p>{t('file.whereGrounds')}</p>
      ) : null}
      <Row align="end">
        <Button
          disabledReason={
            mayReinstate ? (row ? undefined : t('file.choose')) : t('reinstate.roles')
          }
          onPress={() => setOpen('reinstate')}
        >
          {t('reinstate.action')}
        </Button>
        <Button
          disabledReason={mayDefer ? undefined : t('defer.roles')}
          onPress={() => setOpen('defer')}
        >
          {t('defer.action')}
        </Button>
      </Row>
      {open === 'defer' ? <DeferDialog file={file} onDone={close} /> : null}
      {open === 'reinstate' && row !== undefined ? (
        <ReinstateDialog file={file} deferral={row} words={words(row.code)} onDone={close} />
      ) : null}
    </Stack>
  );
}

/** The words of a deferral's code; a pack's own code stands as it is. */
function useDeferralWords(): (code: string) => string {
  const { t } = useTranslation('donors');
  return (code) =>
    code === 'seePhysician' ? t('file.seePhysician') : codeWord(['donors:deferReasons'], code);
}

function DeferralTable(props: {
  rows: readonly Deferral[];
  chosen: string | undefined;
  onChoose: (deferralId: string) => void;
}): ReactElement {
  const { t } = useTranslation('donors');
  const words = useDeferralWords();
  const { nameOf } = useProgrammes();
  const limit = ({ programme }: Deferral) =>
    programme === null ? '' : t('defer.only', { programme: nameOf(programme) });
  const end = (row: Deferral) =>
    row.code === 'seePhysician'
      ? t('file.seePhysician')
      : row.kind === 'permanent'
        ? t('file.permanent')
        : row.until === null
          ? t('file.open')
          : t('file.until', { date: row.until });
  return (
    <Table
      label={t('file.deferrals')}
      rows={props.rows}
      rowId={(row) => row.deferralId}
      selectedId={props.chosen}
      onOpen={(row) => props.onChoose(row.deferralId)}
      empty={t('file.noDeferrals')}
      columns={[
        { id: 'from', header: t('columns.on'), cell: (row) => row.startsOn },
        {
          id: 'code',
          header: t('columns.code'),
          cell: (row) => [row.code === 'seePhysician' ? '' : words(row.code), limit(row)].join(' '),
        },
        { id: 'end', header: t('columns.until'), cell: end },
        {
          id: 'state',
          header: t('columns.state'),
          cell: (row) => (
            <StatusTag kind={row.active ? 'caution' : 'notApplicable'}>
              {t(row.active ? 'file.active' : 'file.ended')}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}
