import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Pane, Panes, Row, ScreenHead } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { SentOf } from '#shared/contract/index.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { useAct } from '../visits/act.ts';
import { useDonorScan, useScannedDocument } from './donor-scan.ts';
import styles from './donors.module.css';

type Document = SentOf<'donors.register'>['document'];
const KINDS = [
  'residentId',
  'passport',
  'hkMacaoPermit',
  'taiwanPermit',
  'foreignResidentCard',
  'military',
] as const;

interface Draft {
  readonly kind: Document['kind'];
  readonly number: string;
  readonly numberAgain: string;
  readonly name: string;
  readonly phone: string;
  readonly sex: 'male' | 'female' | undefined;
  readonly birthDate: CivilDate | undefined;
}

function documentOf(draft: Draft): Document | undefined {
  const { kind, number, numberAgain, sex, birthDate } = draft;
  if (kind === 'residentId') return { kind, number };
  if (sex === undefined || birthDate === undefined) return undefined;
  return { kind, number, numberAgain, sex, birthDate };
}

/** Registers a donor from a scanned card or by typing; anything but the identity card is typed twice. */
export function RegisterScreen(): ReactElement {
  const { t } = useTranslation('donors');
  useCommand({
    id: 'back',
    keys: 'Esc',
    label: t('file.back'),
    run: () => go('/donors'),
    bar: true,
  });
  const scanned = useScannedDocument((state) => state.number);
  useDonorScan();
  return (
    <>
      <ScreenHead title={t('register.title')} note={t('register.scan')} />
      <Panes>
        <Pane padded>
          <RegisterForm key={scanned} scanned={scanned} />
        </Pane>
      </Panes>
    </>
  );
}

function RegisterForm(props: { scanned: string }): ReactElement {
  const { t } = useTranslation('donors');
  const [draft, setDraft] = useState<Draft>({
    kind: 'residentId',
    number: props.scanned,
    numberAgain: '',
    name: '',
    phone: '',
    sex: undefined,
    birthDate: undefined,
  });
  const put = (patch: Partial<Draft>): void => setDraft({ ...draft, ...patch });
  const { act, outcome, busy } = useAct('donors.register');
  const document = documentOf(draft);
  const missing =
    draft.number === ''
      ? t('register.number')
      : draft.name.trim() === ''
        ? t('register.name')
        : document === undefined
          ? `${t('register.sex')}、${t('register.birthDate')}`
          : undefined;
  const submit = async (): Promise<void> => {
    if (document === undefined) return;
    const done = await act({ document, name: draft.name, phone: draft.phone });
    if (done === undefined) return;
    useScannedDocument.setState({ number: '' });
    announce('ok', t('register.done', { number: done.number }));
    go(`/donors/${done.donorId}`);
  };
  return (
    <div className={styles['form']}>
      <Select
        label={t('register.documentKind')}
        choices={KINDS.map((value) => ({ value, label: t(`documentKinds.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => put({ kind, numberAgain: '' })}
      />
      <TextField
        label={t('register.number')}
        code
        autoFocus
        value={draft.number}
        onChange={(number) => put({ number })}
        hint={draft.kind === 'residentId' ? t('register.fromCard') : undefined}
      />
      <KnownDocument number={draft.number} />
      {draft.kind === 'residentId' ? null : <OtherDocument draft={draft} put={put} />}
      <TextField
        label={t('register.name')}
        hint={t('register.nameHint')}
        value={draft.name}
        onChange={(name) => put({ name })}
      />
      <TextField
        label={t('register.phone')}
        inputMode="tel"
        value={draft.phone}
        onChange={(phone) => put({ phone })}
      />
      <OutcomePanel outcome={outcome} />
      <Row>
        <Button look="primary" busy={busy} disabledReason={missing} onPress={() => void submit()}>
          {t('register.submit')}
        </Button>
      </Row>
    </div>
  );
}

function OtherDocument(props: {
  draft: Draft;
  put: (patch: Partial<Draft>) => void;
}): ReactElement {
  const { t } = useTranslation('donors');
  const { draft, put } = props;
  const differs = draft.numberAgain !== '' && draft.numberAgain !== draft.number;
  return (
    <>
      <TextField
        label={t('register.numberAgain')}
        code
        value={draft.numberAgain}
        onChange={(numberAgain) => put({ numberAgain })}
        error={differs ? t('refusals.donors.documentTwice') : undefined}
      />
      <Row columns={2}>
        <Segmented
          label={t('register.sex')}
          choices={(['male', 'female'] as const).map((value) => ({
            value,
            label: t(`sex.${value}`),
          }))}
          value={draft.sex}
          onChange={(sex) => put({ sex })}
        />
        <DateSegments
          label={t('register.birthDate')}
          value={draft.birthDate}
          onChange={(birthDate) => put({ birthDate })}
        />
      </Row>
    </>
  );
}

/** Least length of a number that is worth asking for. */
const WHOLE = 6;

function KnownDocument(props: { number: string }): ReactElement | null {
  const { t } = useTranslation('donors');
  const documentNumber = props.number.trim().toUpperCase();
  const found = useStationQuery(
    'donors.lookUp',
    { documentNumber },
    { enabled: documentNumber.length >= WHOLE },
  );
  const known = found.data?.[0];
  if (known === undefined || documentNumber.length < WHOLE) return null;
  return (
    <Banner
      tone="info"
      title={t('register.known', { name: known.name, number: known.number })}
      actions={
        <Button onPress={() => go(`/donors/${known.donorId}`)}>
          {t('register.openKnown', { number: known.number })}
        </Button>
      }
    />
  );
}
