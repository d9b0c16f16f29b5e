import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { IdCard } from '#shared/codes/id-card.ts';
import type { SentOf } from '#shared/contract/index.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import styles from './donors.module.css';

type Document = SentOf<'donors.register'>['document'];
const KINDS = [
  'residentId',
  'passport',
  'hkMacaoPermit',
  'taiwanPermit',
  'foreignResidentCard',
  'military',
  'other',
] as const;

interface Draft {
  readonly kind: Document['kind'];
  readonly number: string;
  readonly numberAgain: string;
  readonly name: string;
  readonly phone: string;
  readonly sex: 'male' | 'female' | undefined;
  readonly birthDate: CivilDate | undefined;
  /** Last day of the document; undefined for one without end. */
  readonly until: CivilDate | undefined;
}

function documentOf(draft: Draft): Document | undefined {
  const { kind, number, numberAgain, sex, birthDate } = draft;
  const until = draft.until ?? null;
  if (kind === 'residentId') return { kind, number, until };
  if (sex === undefined || birthDate === undefined) return undefined;
  return { kind, number, numberAgain, sex, birthDate, until };
}

/** Identity as the desk gives it, ready for the command. */
export type IdentityInput = Pick<
  SentOf<'donors.register'>,
  'document' | 'name' | 'phone' | 'fromCard'
>;

/** Document, name and phone. The identity card is typed once, any other document twice. */
export function IdentityForm(props: {
  number?: string | undefined;
  name?: string;
  /** A card that a reader gave: the form begins with it. */
  card?: IdCard | undefined;
  submit: string;
  busy: boolean;
  /** What else is missing before it may be given. */
  missing?: string;
  /** The donor whose own document is no news. */
  self?: string;
  onSubmit: (input: IdentityInput) => void;
  children?: ReactElement;
}): ReactElement {
  const { t } = useTranslation('donors');
  const [draft, setDraft] = useState<Draft>({
    kind: 'residentId',
    number: props.number ?? '',
    numberAgain: '',
    name: props.card?.name ?? props.name ?? '',
    phone: '',
    sex: undefined,
    birthDate: undefined,
    until: props.card?.until ?? undefined,
  });
  const put = (patch: Partial<Draft>): void => setDraft({ ...draft, ...patch });
  const document = documentOf(draft);
  const missing = missingIn(draft, document, t) ?? props.missing;
  return (
    <div className={styles['form']}>
      <Row columns={2}>
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
      </Row>
      <KnownDocument number={draft.number} self={props.self} />
      {draft.kind === 'residentId' ? null : <OtherDocument draft={draft} put={put} />}
      <Row columns={2}>
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
      </Row>
      <DateSegments
        label={t('register.until')}
        value={draft.until}
        onChange={(until) => put({ until })}
      />
      {props.children}
      <Row>
        <Button
          look="primary"
          busy={props.busy}
          disabledReason={missing}
          onPress={() => {
            if (document === undefined) return;
            const { name, number, phone } = draft;
            const fromCard = props.card?.number === number && props.card.name === name;
            props.onSubmit({ document, name, phone, fromCard });
          }}
        >
          {props.submit}
        </Button>
      </Row>
    </div>
  );
}

function missingIn(
  draft: Draft,
  document: Document | undefined,
  t: TFunction<'donors'>,
): string | undefined {
  if (draft.number === '') return t('register.number');
  if (draft.name.trim() === '') return t('register.name');
  return document === undefined
    ? listWords([t('register.sex'), t('register.birthDate')])
    : undefined;
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

function KnownDocument(props: { number: string; self: string | undefined }): ReactElement | null {
  const { t } = useTranslation('donors');
  const documentNumber = props.number.trim().toUpperCase();
  const found = useStationQuery(
    'donors.lookUp',
    { documentNumber },
    { enabled: documentNumber.length >= WHOLE },
  );
  const known = found.data?.find((each) => each.donorId !== props.self);
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
