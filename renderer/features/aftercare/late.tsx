import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { useSession } from '#renderer/app/session.ts';
import { ReactionDialog } from '#renderer/features/collection/reaction-dialog.tsx';
import { containerOf, DinCode } from '#renderer/features/laboratory/din-parts.tsx';
import { ActForm, ListAndForm } from '#renderer/features/laboratory/list-and-form.tsx';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { Column } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { LATE_CODES } from '#shared/features/aftercare/contract.ts';
import { BEDSIDE } from '#shared/features/collection/contract-parts.ts';
import { seesConfidential } from '#shared/features/donors/facts.ts';
import { WithdrawLink } from './withdraw.tsx';

type Recent = OutputOf<'aftercare.recent'>[number];
type LateCode = (typeof LATE_CODES)[number];

function useColumns(): readonly Column<Recent>[] {
  const { t } = useTranslation('aftercare');
  const moment = useMoment();
  return [
    { id: 'name', header: t('ui.donor'), cell: (row) => row.donorName },
    { id: 'din', header: t('ui.number'), cell: (row) => <DinCode din={row.din} /> },
    { id: 'phone', header: t('ui.phone'), cell: (row) => row.phoneTail, code: true },
    { id: 'at', header: t('ui.collected'), cell: (row) => moment(row.collectedAt) },
  ];
}

/** The phone rings: find the donation, choose what was said, record. */
export function LateInformationScreen(): ReactElement {
  const { t } = useTranslation('aftercare');
  const columns = useColumns();
  const [search, setSearch] = useState('');
  const [chosen, setDin] = useState<string | undefined>(undefined);
  const query = useStationQuery('aftercare.recent', { search });
  // One donation found is the caller’s: one tap less while she waits.
  const only = search.trim() !== '' && query.data?.length === 1 ? query.data[0]?.din : undefined;
  const din = chosen ?? only;
  useScan('step', (scan) => {
    const read = containerOf(scan);
    if (read === undefined) return 'pass';
    setSearch(read.din);
    setDin(read.din);
    return { verdict: 'ok', text: t('ui.title') };
  });
  return (
    <ListAndForm
      title={t('ui.title')}
      label={t('ui.found')}
      query={query}
      columns={columns}
      rowId={(row) => row.din}
      selectedId={din}
      onOpen={(row) => setDin(row.din)}
      empty={<EmptyState icon="search" title={t('ui.none')} fill={t('ui.search')} />}
      above={
        <>
          <Row align="end">
            <RecallsLink />
            <WithdrawLink />
          </Row>
          <TextField
            label={t('ui.search')}
            value={search}
            onChange={setSearch}
            inputMode="search"
            autoFocus
          />
        </>
      }
      formTitle={t('ui.what')}
    >
      <RecordForm
        din={din}
        onDone={() => {
          setDin(undefined);
          setSearch('');
        }}
      />
    </ListAndForm>
  );
}

/** Leads to the units that are out of the house, with how many there are. */
function RecallsLink(): ReactElement {
  const { t } = useTranslation('aftercare');
  const open = useStationQuery('aftercare.recalls', {}).data?.length ?? 0;
  return (
    <Button onPress={() => go('/recalls')}>
      {open === 0 ? t('recall.title') : `${t('recall.title')} ${open}`}
    </Button>
  );
}

/** A faint on the way home: a reaction on the donation that she calls about. */
function LateReaction({ din }: { din: string }): ReactElement | null {
  const { t } = useTranslation('collection');
  const [open, setOpen] = useState(false);
  const mayRecord = useSession((state) =>
    BEDSIDE.some((role) => state.user?.roles.includes(role) ?? false),
  );
  if (!mayRecord) return null;
  return (
    <>
      <Button look="danger" onPress={() => setOpen(true)}>
        {t('rest.late')}
      </Button>
      {open ? <ReactionDialog din={din} onDone={() => setOpen(false)} /> : null}
    </>
  );
}

function RecordForm(props: { din: string | undefined; onDone: () => void }): ReactElement {
  const { t } = useTranslation('aftercare');
  const { din } = props;
  const command = useStationCommand('aftercare.recordInformation');
  const [code, setCode] = useState<LateCode | undefined>(undefined);
  const [note, setNote] = useState('');
  const seesWishes = useSession((state) => seesConfidential(state.user?.roles ?? []));
  const save = async (): Promise<void> => {
    if (din === undefined || code === undefined) return;
    const outcome = await command.mutateAsync({ input: { din, code, note } });
    if (outcome.status !== 'ok') return;
    const { held, recalls } = outcome.value;
    announce('ok', t('ui.saved', { count: held }));
    if (recalls > 0) announce('caution', t('ui.savedRecalls', { count: recalls }));
    setCode(undefined);
    setNote('');
    props.onDone();
  };
  const complete = din !== undefined && code !== undefined;
  const codes = LATE_CODES.filter((each) => each !== 'selfExclusion' || seesWishes);
  return (
    <ActForm
      outcome={command.data}
      act={t('ui.record')}
      busy={command.isPending}
      missing={complete ? undefined : t('ui.missing')}
      onAct={() => void save()}
    >
      {din === undefined ? null : <DinCode din={din} strong />}
      {din === undefined ? null : <LateReaction din={din} />}
      <RadioGroup<LateCode>
        label={t('ui.what')}
        value={code}
        onChange={setCode}
        choices={codes.map((value) => ({ value, label: t(`codes.${value}`) }))}
      />
      <TextField label={t('ui.note')} value={note} onChange={setNote} />
      <Banner tone="warn" title={t('ui.consequence')} />
    </ActForm>
  );
}
