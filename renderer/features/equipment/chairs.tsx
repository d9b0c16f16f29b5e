import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { AdminHead } from './admin-head.tsx';
import { ListEmpty } from './asked.tsx';

type Chair = OutputOf<'equipment.chairs'>[number];

/** Chairs of the site. */
export function Chairs(): ReactElement {
  const { t } = useTranslation('admin');
  const asked = useStationQuery('equipment.chairs', {});
  const chairs = asked.data ?? [];
  const [chosen, setChosen] = useState<string | 'new' | undefined>(undefined);
  const chair = chairs.find((row) => row.chairId === chosen);
  return (
    <>
      <AdminHead
        place="chairs"
        title={t('chairs.title')}
        note={t('chairs.note', { count: chairs.length })}
      >
        <Button onPress={() => setChosen('new')}>{t('chairs.add')}</Button>
      </AdminHead>
      <Panes>
        <Pane>
          <Table
            label={t('chairs.title')}
            rows={chairs}
            rowId={(row) => row.chairId}
            selectedId={chosen}
            onOpen={(row) => setChosen(row.chairId)}
            empty={
              <ListEmpty
                query={asked}
                icon="chair"
                title={t('chairs.empty')}
                fill={t('chairs.emptyFill')}
              />
            }
            columns={[
              { id: 'name', header: t('common.name'), cell: (row) => row.name },
              { id: 'code', header: t('common.code'), cell: (row) => row.code, code: true },
              {
                id: 'position',
                header: t('chairs.position'),
                cell: (row) => row.position,
                numeric: true,
              },
              {
                id: 'state',
                header: t('common.state'),
                cell: (row) => <ActiveTag active={row.active} />,
              },
            ]}
          />
        </Pane>
        {chair === undefined && chosen !== 'new' ? null : (
          <ChairForm key={chosen} chair={chair} count={chairs.length} onSaved={setChosen} />
        )}
      </Panes>
    </>
  );
}

/** In use or not, in shape and word. */
export function ActiveTag(props: { active: boolean }): ReactElement {
  const { t } = useTranslation('admin');
  return (
    <StatusTag kind={props.active ? 'ok' : 'notApplicable'}>
      {props.active ? t('common.active') : t('common.inactive')}
    </StatusTag>
  );
}

function ChairForm(props: {
  chair: Chair | undefined;
  count: number;
  onSaved: (chairId: string) => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  const { chair } = props;
  const [code, setCode] = useState(chair?.code ?? '');
  const [name, setName] = useState(chair?.name ?? '');
  const [position, setPosition] = useState<number | undefined>(chair?.position ?? props.count + 1);
  const [active, setActive] = useState(chair?.active ?? true);
  const save = useAnnouncedAct(
    'equipment.setChair',
    () => t('common.saved'),
    ({ chairId }) => props.onSaved(chairId),
  );
  const submit = (): void => {
    const id = chair ? { chairId: chair.chairId } : {};
    const expects = chair ? { [chair.chairId]: chair.version } : {};
    save.run({ ...id, code, name, position: position ?? 0, active }, { expects });
  };
  return (
    <SidePane
      title={chair?.name ?? t('chairs.add')}
      foot={
        <Button look="primary" wide busy={save.busy} onPress={submit}>
          {t('common.save')}
        </Button>
      }
    >
      <Stack>
        <TextField label={t('common.name')} value={name} onChange={setName} autoFocus />
        <TextField
          label={t('common.code')}
          hint={t('common.codeHint')}
          value={code}
          onChange={(text) => setCode(text.trim().toUpperCase())}
          code
        />
        <NumberField label={t('chairs.position')} unit="" value={position} onChange={setPosition} />
        <Checkbox checked={active} onChange={setActive}>
          {t('common.active')}
        </Checkbox>
        <OutcomePanel outcome={save.outcome} />
      </Stack>
    </SidePane>
  );
}
