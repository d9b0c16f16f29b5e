import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import styles from '#renderer/features/equipment/admin.module.css';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Role } from '#shared/contract/roles.ts';
import { humans } from './enrol-pane.tsx';
import { RoleFields } from './role-fields.tsx';
import { Signature } from './signature.tsx';
import type { Account } from './staff.tsx';

type Act = 'edit' | 'reset' | 'lift' | 'link';

/** One account: change it, give a temporary PIN with a second person, lift a lock-out, link a human. */
export function StaffPane(props: { account: Account; staff: readonly Account[] }): ReactElement {
  const { t } = useTranslation('admin');
  const { account, staff } = props;
  const [act, setAct] = useState<Act>('edit');
  const others = staff.filter(
    (row) => row.personId === account.personId && row.staffId !== account.staffId,
  );
  return (
    <SidePane title={account.name} note={account.badge}>
      <Stack>
        {others.length === 0 ? null : (
          <Banner
            tone="info"
            title={t('staff.human', { names: others.map(({ name }) => name).join('、') })}
          />
        )}
        <Row>
          <Button onPress={() => setAct('edit')}>{t('staff.edit')}</Button>
          <Button onPress={() => setAct('reset')}>{t('staff.reset')}</Button>
          {account.locked ? (
            <Button onPress={() => setAct('lift')}>{t('staff.lift')}</Button>
          ) : null}
          <Button look="quiet" onPress={() => setAct('link')}>
            {t('staff.link')}
          </Button>
        </Row>
        {act === 'edit' ? <EditForm key={account.version} account={account} /> : null}
        {act === 'reset' ? <ResetForm account={account} /> : null}
        {act === 'lift' ? <LiftForm account={account} /> : null}
        {act === 'link' ? <LinkForm account={account} staff={staff} /> : null}
      </Stack>
    </SidePane>
  );
}

function EditForm(props: { account: Account }): ReactElement {
  const { t } = useTranslation('admin');
  const { account } = props;
  const [name, setName] = useState(account.name);
  const [badge, setBadge] = useState(account.badge);
  const [roles, setRoles] = useState<Role[]>([...account.roles]);
  const [active, setActive] = useState(account.active);
  const save = useAnnouncedAct('operators.amendStaff', () => t('common.saved'));
  return (
    <section className={styles['section']} aria-label={t('staff.edit')}>
      <TextField label={t('staff.name')} value={name} onChange={setName} />
      <TextField
        label={t('staff.badge')}
        value={badge}
        onChange={(text) => setBadge(text.trim())}
        code
      />
      <RoleFields value={roles} onChange={setRoles} />
      <Checkbox checked={active} onChange={setActive}>
        {t('common.active')}
      </Checkbox>
      <OutcomePanel outcome={save.outcome} />
      <Signature
        label={t('staff.amend')}
        busy={save.busy}
        onSign={({ pin }) =>
          save.run(
            { staffId: account.staffId, name: name.trim(), badge, roles, active },
            { proof: { pin }, expects: { [account.staffId]: account.version } },
          )
        }
      />
    </section>
  );
}

function ResetForm(props: { account: Account }): ReactElement {
  const { t } = useTranslation('admin');
  const [temporary, setTemporary] = useState('');
  const reset = useAnnouncedAct(
    'operators.resetPin',
    () => t('common.saved'),
    () => setTemporary(''),
  );
  return (
    <section className={styles['section']} aria-label={t('staff.resetTitle')}>
      <h3>{t('staff.resetTitle')}</h3>
      <p className={styles['quiet']}>{t('staff.resetText')}</p>
      <div className={styles['pins']}>
        <PinField
          label={t('staff.temporaryPin')}
          value={temporary}
          onChange={setTemporary}
          onSubmit={() => {}}
        />
      </div>
      <OutcomePanel outcome={reset.outcome} />
      <Signature
        label={t('staff.reset')}
        two
        busy={reset.busy}
        missing={temporary === '' ? t('staff.temporaryPin') : undefined}
        onSign={(proof) => reset.run({ staffId: props.account.staffId, pin: temporary }, { proof })}
      />
    </section>
  );
}

function LiftForm(props: { account: Account }): ReactElement {
  const { t } = useTranslation('admin');
  const lift = useAnnouncedAct('operators.liftLockOut', () => t('common.saved'));
  return (
    <section className={styles['section']} aria-label={t('staff.lift')}>
      <OutcomePanel outcome={lift.outcome} />
      <Signature
        label={t('staff.lift')}
        busy={lift.busy}
        onSign={({ pin }) => lift.run({ staffId: props.account.staffId }, { proof: { pin } })}
      />
    </section>
  );
}

function LinkForm(props: { account: Account; staff: readonly Account[] }): ReactElement {
  const { t } = useTranslation('admin');
  const { account } = props;
  const [personId, setPersonId] = useState<string | undefined>(undefined);
  const link = useAnnouncedAct('operators.linkAccount', () => t('common.saved'));
  const choices = humans(props.staff).filter(({ value }) => value !== account.personId);
  return (
    <section className={styles['section']} aria-label={t('staff.link')}>
      <p className={styles['quiet']}>{t('staff.linkText')}</p>
      <Select label={t('staff.linkTo')} value={personId} onChange={setPersonId} choices={choices} />
      <OutcomePanel outcome={link.outcome} />
      <Signature
        label={t('staff.link')}
        busy={link.busy}
        missing={personId === undefined ? t('staff.linkTo') : undefined}
        onSign={({ pin }) => {
          if (personId === undefined) return;
          link.run({ staffId: account.staffId, personId }, { proof: { pin } });
        }}
      />
    </section>
  );
}
