import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScan } from '#renderer/app/scan-router.ts';
import styles from '#renderer/features/equipment/admin.module.css';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Role } from '#shared/contract/roles.ts';
import { badgeOf } from './badge-scan.ts';
import { RoleFields } from './role-fields.tsx';
import { Signature } from './signature.tsx';
import type { Account } from './staff.tsx';

const NEW_HUMAN = 'new';

/** A new account: name, badge (scanned), roles, first PIN, and whether the human has another one. */
export function EnrolPane(props: {
  staff: readonly Account[];
  onDone: (staffId: string) => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  const [name, setName] = useState('');
  const [badge, setBadge] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [pin, setPin] = useState('');
  const [personId, setPersonId] = useState(NEW_HUMAN);
  useScan('screen', (scan) => {
    const read = badgeOf(scan);
    if (read === undefined) return 'pass';
    setBadge(read);
    return { verdict: 'ok', text: `${t('staff.badge')} ${read}` };
  });
  const enrol = useAnnouncedAct(
    'operators.enrolStaff',
    () => t('common.saved'),
    ({ staffId }) => props.onDone(staffId),
  );
  const missing = [
    [name.trim(), t('staff.name')],
    [badge, t('staff.badge')],
    [pin, t('staff.firstPin')],
  ].find(([value]) => value === '')?.[1];
  return (
    <SidePane
      title={t('staff.add')}
      foot={
        <Signature
          label={t('staff.enrol')}
          busy={enrol.busy}
          missing={missing}
          onSign={({ pin: own }) =>
            enrol.run(
              {
                name: name.trim(),
                badge,
                roles,
                pin,
                ...(personId === NEW_HUMAN ? {} : { personId }),
              },
              { proof: { pin: own } },
            )
          }
        />
      }
    >
      <Stack>
        <TextField label={t('staff.name')} value={name} onChange={setName} autoFocus />
        <TextField
          label={t('staff.badge')}
          hint={t('staff.badgeHint')}
          value={badge}
          onChange={(text) => setBadge(text.trim())}
          code
        />
        <RoleFields value={roles} onChange={setRoles} />
        <div className={styles['pins']}>
          <PinField label={t('staff.firstPin')} value={pin} onChange={setPin} onSubmit={() => {}} />
        </div>
        <Select
          label={t('staff.sameHuman')}
          value={personId}
          onChange={setPersonId}
          choices={[{ value: NEW_HUMAN, label: t('staff.newHuman') }, ...humans(props.staff)]}
        />
        <OutcomePanel outcome={enrol.outcome} />
      </Stack>
    </SidePane>
  );
}

/** Each human once, under the name of the first account. */
export function humans(staff: readonly Account[]): { value: string; label: string }[] {
  const seen = new Map<string, string>();
  for (const { personId, name, badge } of staff) {
    if (!seen.has(personId)) seen.set(personId, `${name} ${badge}`);
  }
  return [...seen].map(([value, label]) => ({ value, label }));
}
