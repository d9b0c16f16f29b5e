import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { useNow } from '#renderer/app/clock.ts';
import { deskOf } from '#renderer/app/desk-of.ts';
import { type StationClient, useClient } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { unlock, useSession } from '#renderer/app/session.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import type { Role } from '#shared/contract/roles.ts';
import styles from './cover.module.css';
import { askOther, enter, roleName, type Who } from './session-flow.ts';
import { CoverLinks } from './who-panel.tsx';

/** The PIN of whoever stands here: unlocks her own session, or opens a new one in its place. */
export function PinPanel(props: { who: Who }): ReactElement {
  const { t } = useTranslation('signIn');
  const client = useClient();
  const user = useSession((state) => state.user);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<unknown> | undefined>(undefined);
  const until = lockedUntil(outcome) ?? ('lockedUntil' in props.who ? props.who.lockedUntil : null);
  const submit = async (): Promise<void> => {
    if (pin === '' || busy) return;
    setBusy(true);
    const given = await prove(client, props.who, pin, user?.token);
    setBusy(false);
    if (isRefusedFor(given, 'operators.nameShared')) return askOther('operators.nameShared');
    setOutcome(given);
    if (given.status !== 'ok') setPin('');
  };
  const roles = 'roles' in props.who ? props.who.roles : (user?.roles ?? []);
  const isOwner = props.who.kind === 'owner';
  return (
    <>
      <Person who={props.who} />
      <Standing who={props.who} outcome={outcome} until={until} />
      <PinField
        value={pin}
        onChange={setPin}
        onSubmit={() => void submit()}
        pad
        autoFocus
        label={t('pin.label')}
      />
      <Button look="primary" wide keyCap="Enter" busy={busy} onPress={() => void submit()}>
        {isOwner ? t('pin.unlock') : t('pin.enter', { desk: t(`desk.${deskOf(roles)}`) })}
      </Button>
      {until === null ? <Refusal outcome={outcome} /> : null}
      <CoverLinks byName={false} onByName={() => askOther()} />
    </>
  );
}

async function prove(
  client: StationClient,
  who: Who,
  pin: string,
  token: string | undefined,
): Promise<Outcome<unknown>> {
  if (who.kind === 'owner' && token !== undefined) {
    const unlocked = await client.command('operators.unlock', { token, pin });
    if (unlocked.status === 'ok') unlock();
    return unlocked;
  }
  const by = whoIs(who, useSession.getState().user?.name);
  const replaces = token === undefined ? {} : { replaces: token };
  const signed = await client.command('operators.signIn', { who: by, pin, ...replaces });
  if (signed.status === 'ok') enter(signed.value, pin);
  return signed;
}

function whoIs(who: Who, owner: string | undefined): { badge: string } | { name: string } {
  switch (who.kind) {
    case 'badge':
      return { badge: who.badge };
    case 'name':
      return { name: who.name };
    case 'owner':
      return { name: owner ?? '' };
  }
}

function lockedUntil(outcome: Outcome<unknown> | undefined): string | null {
  const until =
    paramOf(outcome, 'operators.lockedOut', 'until') ??
    paramOf(outcome, 'operators.stationPaused', 'until');
  return typeof until === 'string' ? until : null;
}

function isRefusedFor(outcome: Outcome<unknown>, code: string): boolean {
  return outcome.status === 'refused' && outcome.reasons.some((reason) => reason.code === code);
}

function paramOf(outcome: Outcome<unknown> | undefined, code: string, name: string) {
  if (outcome?.status !== 'refused') return undefined;
  return outcome.reasons.find((reason) => reason.code === code)?.params?.[name];
}

/** How it stands with this person at the pad: locked, so many tries left, or simply awaited. */
function Standing(props: {
  who: Who;
  outcome: Outcome<unknown> | undefined;
  until: string | null;
}): ReactElement {
  const { t } = useTranslation('signIn');
  if (props.until !== null) return <LockedFor until={props.until} />;
  const left = paramOf(props.outcome, 'operators.wrongPin', 'left');
  if (typeof left === 'number')
    return <Banner tone="warn" title={t('pin.left', { count: left })} />;
  return <Banner tone="ok" title={t(props.who.kind === 'badge' ? 'who.seen' : 'who.typed')} />;
}

function Refusal(props: { outcome: Outcome<unknown> | undefined }): ReactElement {
  const { t } = useTranslation('signIn');
  if (props.outcome === undefined || props.outcome.status === 'ok')
    return <p className={styles['quiet']}>{t('pin.tries')}</p>;
  return <OutcomePanel outcome={props.outcome} />;
}

/** The remaining time, counted down; when it is over the PIN may be tried again. */
function LockedFor(props: { until: string }): ReactElement {
  const { t } = useTranslation('signIn');
  const left = Math.ceil((Date.parse(props.until) - useNow()) / 1000);
  if (left <= 0) return <Banner tone="info" title={t('pin.tries')} />;
  const seconds = String(left % 60).padStart(2, '0');
  const time = `${String(Math.floor(left / 60)).padStart(2, '0')}:${seconds}`;
  return <Banner tone="danger" title={t('pin.lockedFor', { time })} code="operators.lockedOut" />;
}

function Person(props: { who: Who }): ReactElement {
  const { t } = useTranslation('signIn');
  const user = useSession((state) => state.user);
  const { who } = props;
  const name = who.kind === 'owner' ? (user?.name ?? '') : who.name;
  const card = (badge: string, roles: readonly Role[]) =>
    t('who.card', { role: roleName(roles), badge });
  const note =
    who.kind === 'badge'
      ? card(who.badge, who.roles)
      : who.kind === 'owner'
        ? (user?.roleName ?? '')
        : '';
  return (
    <header className={styles['person']}>
      <span className={styles['photo']}>
        <Icon name="person" size={40} stroke={1.25} />
      </span>
      <div>
        <b>{name}</b>
        <span>{note}</span>
      </div>
      <Button look="quiet" onPress={() => askOther()}>
        {t('who.notMe')}
      </Button>
    </header>
  );
}
