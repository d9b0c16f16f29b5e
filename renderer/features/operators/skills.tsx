import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { AdminHead } from '#renderer/features/equipment/admin-head.tsx';
import { ListEmpty } from '#renderer/features/equipment/asked.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { SKILLS, type Skill } from '#shared/features/equipment/facts.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { Signature } from './signature.tsx';

/** What each person is qualified for and until when; a lapse stops the act, not the sign-in. */
export function Skills(): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const asked = useStationQuery('equipment.qualifications', {});
  const rows = asked.data ?? [];
  const staff = useStationQuery('operators.staff', {}).data ?? [];
  const nameOf = (staffId: string) => staff.find((row) => row.staffId === staffId)?.name ?? staffId;
  return (
    <>
      <AdminHead place="skills" title={t('skills.title')} />
      <Panes>
        <Pane>
          <Table
            label={t('skills.title')}
            rows={rows}
            rowId={(row) => `${row.staffId}:${row.skill}`}
            tone={(row) => (row.valid ? 'plain' : 'attention')}
            empty={
              <ListEmpty
                query={asked}
                icon="badge"
                title={t('skills.empty')}
                fill={t('skills.emptyFill')}
              />
            }
            columns={[
              { id: 'person', header: t('skills.person'), cell: (row) => nameOf(row.staffId) },
              {
                id: 'skill',
                header: t('skills.skill'),
                cell: (row) => codeWord(['equipment:skill'], row.skill),
              },
              { id: 'until', header: t('skills.until'), cell: (row) => row.until },
              {
                id: 'state',
                header: t('common.state'),
                cell: (row) => (
                  <StatusTag kind={row.valid ? 'ok' : 'stop'}>
                    {row.valid ? t('skills.valid') : t('skills.lapsed')}
                  </StatusTag>
                ),
              },
            ]}
          />
        </Pane>
        <RecordPane staff={staff} />
      </Panes>
    </>
  );
}

function RecordPane(props: { staff: readonly { staffId: string; name: string }[] }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const [staffId, setStaffId] = useState<string | undefined>(undefined);
  const [skill, setSkill] = useState<Skill>('venepuncture');
  const [until, setUntil] = useState<CivilDate | undefined>(undefined);
  const record = useAnnouncedAct('equipment.recordQualification', () => t('common.saved'));
  const missing =
    staffId === undefined ? t('skills.person') : until ? undefined : t('skills.until');
  return (
    <SidePane
      title={t('skills.record')}
      foot={
        <Signature
          label={t('skills.record')}
          busy={record.busy}
          missing={missing}
          onSign={({ pin }) => {
            if (staffId && until) record.run({ staffId, skill, until }, { proof: { pin } });
          }}
        />
      }
    >
      <Stack>
        <Select
          label={t('skills.person')}
          value={staffId}
          onChange={setStaffId}
          choices={props.staff.map((row) => ({ value: row.staffId, label: row.name }))}
        />
        <Select
          label={t('skills.skill')}
          value={skill}
          onChange={setSkill}
          choices={SKILLS.map((value) => ({ value, label: t(`equipment:skill.${value}`) }))}
        />
        <DateSegments label={t('skills.until')} value={until} onChange={setUntil} />
        <OutcomePanel outcome={record.outcome} />
      </Stack>
    </SidePane>
  );
}
