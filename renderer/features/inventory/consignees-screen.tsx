import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/may.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { ActForm, ListAndForm } from '#renderer/features/laboratory/list-and-form.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Consignee = OutputOf<'inventory.consignees'>[number];

/** Hospitals that may receive units, with the number to call when one must come back. */
export function ConsigneesScreen(): ReactElement {
  const { t } = useTranslation('inventory');
  const may = useMay('inventory.setConsignee');
  const query = useStationQuery('inventory.consignees', {});
  const [chosen, setChosen] = useState<string>();
  const line = query.data?.find((row) => row.consigneeId === chosen);
  useCommand({
    id: 'consignees.back',
    keys: 'Esc',
    label: t('consignees.back'),
    run: () => go('/issue'),
    bar: true,
  });
  return (
    <ListAndForm
      title={t('consignees.title')}
      label={t('consignees.title')}
      query={query}
      columns={[
        { id: 'name', header: t('consignees.name'), cell: (row) => row.name },
        { id: 'phone', header: t('consignees.phone'), cell: (row) => row.phone, code: true },
        {
          id: 'state',
          header: t('consignees.state'),
          cell: ({ active }) => (
            <StatusTag kind={active ? 'ok' : 'notApplicable'}>
              {t(active ? 'consignees.active' : 'consignees.inactive')}
            </StatusTag>
          ),
        },
      ]}
      rowId={(row) => row.consigneeId}
      selectedId={chosen}
      onOpen={(row) => setChosen(row.consigneeId)}
      empty={
        <EmptyState icon="archive" title={t('consignees.none')} fill={t('consignees.noneHint')} />
      }
      formTitle={line?.name ?? t('consignees.add')}
    >
      {may ? (
        <LineForm key={chosen} line={line} onNew={() => setChosen(undefined)} />
      ) : (
        <p>{t('consignees.others')}</p>
      )}
    </ListAndForm>
  );
}

function LineForm(props: { line: Consignee | undefined; onNew: () => void }): ReactElement {
  const { t } = useTranslation('inventory');
  const { line } = props;
  const [name, setName] = useState(line?.name ?? '');
  const [phone, setPhone] = useState(line?.phone ?? '');
  const [active, setActive] = useState(line?.active ?? true);
  const command = useStationCommand('inventory.setConsignee');
  const save = async (): Promise<void> => {
    const known = line && { consigneeId: line.consigneeId };
    const outcome = await command.mutateAsync({
      input: { ...known, name, phone, active },
      ...(line && { call: { expects: { [line.consigneeId]: line.version } } }),
    });
    if (outcome.status !== 'ok') return;
    announce('ok', t('consignees.saved'));
    if (line === undefined) {
      setName('');
      setPhone('');
    }
  };
  const missing =
    name.trim() === ''
      ? t('consignees.name')
      : phone.trim() === ''
        ? t('consignees.phone')
        : undefined;
  return (
    <ActForm
      outcome={command.data}
      act={t('consignees.save')}
      busy={command.isPending}
      missing={missing}
      onAct={() => void save()}
      more={
        line === undefined ? null : (
          <Row>
            <Button onPress={props.onNew}>{t('consignees.add')}</Button>
          </Row>
        )
      }
    >
      <TextField label={t('consignees.name')} value={name} onChange={setName} />
      <TextField label={t('consignees.phone')} value={phone} onChange={setPhone} />
      <Checkbox checked={active} onChange={setActive}>
        {t('consignees.active')}
      </Checkbox>
    </ActForm>
  );
}
