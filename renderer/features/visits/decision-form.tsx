import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox, Segmented } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Explanation } from './decision.tsx';
import type { DecisionDraft, Verdict } from './decision-draft.ts';
import { useSay } from './say.ts';
import type { VisitView } from './visit-screen.tsx';
import styles from './visits.module.css';

interface FormProps {
  readonly visit: VisitView;
  readonly explanation: Explanation;
  readonly draft: DecisionDraft;
  readonly onChange: (draft: DecisionDraft) => void;
}

const VERDICTS: readonly Verdict[] = ['eligible', 'deferred', 'permanent'];

/** Rules that still stand in the way of “eligible” with what was written so far. */
function openRules({ explanation, draft }: FormProps): readonly string[] {
  return explanation.unmet.filter((ruleId) => {
    const override = draft.overrides[ruleId];
    return override?.ok !== true || override.reason.trim() === '';
  });
}

/** The physician's side: what she clears, what she decides, what the donor hears, her PIN. */
export function DecisionForm(props: FormProps & { note: string }): ReactElement {
  const { t } = useTranslation('visits');
  const { draft, onChange } = props;
  return (
    <SidePane title={t('decision.title')} note={props.note} foot={<SignFoot {...props} />}>
      <Stack>
        <Overrides {...props} />
        <Examined {...props} />
        <Segmented
          label={t('decision.verdict')}
          choices={VERDICTS.map((value) => ({ value, label: t(`decision.${value}`) }))}
          value={draft.verdict}
          onChange={(verdict) => onChange({ ...draft, verdict })}
        />
        {draft.verdict === 'eligible' ? <Target {...props} /> : null}
        {draft.verdict === 'deferred' || draft.verdict === 'permanent' ? (
          <Reason {...props} />
        ) : null}
        <Sentence {...props} />
      </Stack>
    </SidePane>
  );
}

function Overrides(props: FormProps): ReactElement | null {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { explanation, draft, onChange } = props;
  const rules = explanation.rules.filter(
    (rule) => explanation.unmet.includes(rule.ruleId) && rule.overridableBy === 'physician',
  );
  const put = (ruleId: string, patch: { ok?: boolean; reason?: string }): void => {
    const before = draft.overrides[ruleId] ?? { ok: false, reason: '' };
    onChange({ ...draft, overrides: { ...draft.overrides, [ruleId]: { ...before, ...patch } } });
  };
  if (rules.length === 0) return null;
  return (
    <>
      {rules.map((rule) => {
        const override = draft.overrides[rule.ruleId];
        return (
          <section key={rule.ruleId} className={styles['asked']} aria-label={rule.ruleId}>
            <b>
              {rule.ruleId} {say(rule.item)}
            </b>
            <span>{say(rule.input)}</span>
            <Segmented
              label={t('decision.verdict')}
              choices={[
                { value: 'ok', label: t('decision.askedOk') },
                { value: 'not', label: t('decision.askedNot') },
              ]}
              value={override === undefined ? undefined : override.ok ? 'ok' : 'not'}
              onChange={(word) => put(rule.ruleId, { ok: word === 'ok' })}
            />
            {override?.ok === true ? (
              <TextField
                label={t('decision.override', { rule: rule.ruleId, item: say(rule.item) })}
                value={override.reason}
                onChange={(reason) => put(rule.ruleId, { reason })}
              />
            ) : null}
          </section>
        );
      })}
    </>
  );
}

function Examined(props: FormProps): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { explanation, draft, onChange } = props;
  const seen = explanation.rules.filter((rule) => rule.attested);
  const toggle = (ruleId: string, on: boolean): void => {
    const others = draft.examined.filter((each) => each !== ruleId);
    onChange({ ...draft, examined: on ? [...others, ruleId] : others });
  };
  return (
    <fieldset className={styles['plain']}>
      <legend>{t('decision.examined')}</legend>
      <Row>
        {seen.map((rule) => (
          <Checkbox
            key={rule.ruleId}
            checked={draft.examined.includes(rule.ruleId)}
            onChange={(on) => toggle(rule.ruleId, on)}
          >
            {t('decision.examinedItem', { item: say(rule.item) })}
          </Checkbox>
        ))}
      </Row>
    </fieldset>
  );
}

function Target(props: FormProps): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { visit, draft, onChange } = props;
  const forms = useStationQuery('rulesets.forms', { programme: visit.programme });
  const types = forms.data?.donationTypes ?? [];
  const only = types.length === 1 ? types[0] : undefined;
  const type = only ?? types.find((each) => each.id === draft.donationType);
  // Where the pack has one type there is nothing to choose; the target stays the physician's choice.
  const choose = (ml: string): void =>
    onChange({ ...draft, donationType: type?.id, targetMl: Number(ml) });
  return (
    <Stack>
      {only === undefined ? (
        <Select
          label={t('decision.type')}
          choices={types.map((each) => ({ value: each.id, label: say(each.name) }))}
          value={draft.donationType}
          onChange={(donationType) => onChange({ ...draft, donationType })}
        />
      ) : null}
      <Segmented
        label={`${type === undefined ? '' : `${say(type.name)} `}${t('decision.target')}`}
        choices={(type?.targetsMl ?? []).map((ml) => ({ value: `${ml}`, label: `${ml}` }))}
        value={draft.targetMl === undefined ? undefined : `${draft.targetMl}`}
        onChange={choose}
      />
    </Stack>
  );
}

const BY_RULES = 'byRules';

function Reason(props: FormProps): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { explanation, draft, onChange } = props;
  const kind = draft.verdict === 'permanent' ? 'permanent' : 'temporary';
  const reasons = explanation.reasons.filter((each) => each.kind === kind);
  return (
    <Stack>
      <Select
        label={t('decision.reason')}
        choices={[
          { value: BY_RULES, label: t('decision.reasonByRules') },
          ...reasons.map((each) => ({
            value: each.code,
            label: `${each.code} ${say(each.item)} · ${say(each.limit)}`,
          })),
        ]}
        value={draft.reasonCode ?? BY_RULES}
        onChange={(code) =>
          onChange({ ...draft, reasonCode: code === BY_RULES ? undefined : code })
        }
      />
      {draft.verdict === 'deferred' && draft.reasonCode !== undefined ? (
        <DateSegments
          label={t('decision.anchorOn')}
          value={draft.anchorOn}
          onChange={(anchorOn) => onChange({ ...draft, anchorOn })}
        />
      ) : null}
      {draft.verdict === 'deferred' ? (
        <DateSegments
          label={t('decision.nextOn')}
          hint={explanation.nextOn ?? undefined}
          value={draft.nextOn}
          onChange={(nextOn) => onChange({ ...draft, nextOn })}
        />
      ) : null}
    </Stack>
  );
}

function Sentence(props: FormProps): ReactElement | null {
  const { t } = useTranslation('visits');
  const say = useSay();
  if (props.draft.verdict === undefined) return null;
  return (
    <section>
      <b>{t('decision.toDonor')}</b>
      <p className={styles['words']}>{say(props.explanation.donorSentence)}</p>
    </section>
  );
}

function SignFoot(props: FormProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit, draft } = props;
  const [pin, setPin] = useState('');
  const { act, outcome, busy } = useAct('visits.decide');
  const missing = missingFor(props, t);
  const sign = async (): Promise<void> => {
    if (draft.verdict === undefined || missing !== undefined || pin === '') return;
    const overrides = Object.entries(draft.overrides).flatMap(([ruleId, each]) =>
      each.ok && each.reason.trim() !== '' ? [{ ruleId, reason: each.reason }] : [],
    );
    const deferral =
      draft.reasonCode === undefined
        ? null
        : { code: draft.reasonCode, anchorOn: draft.anchorOn ?? null };
    const eligible = draft.verdict === 'eligible';
    await act(
      {
        visitId: visit.visitId,
        verdict: draft.verdict,
        donationType: eligible ? (draft.donationType ?? null) : null,
        targetMl: eligible ? (draft.targetMl ?? null) : null,
        examined: [...draft.examined],
        overrides,
        deferral: eligible ? null : deferral,
        nextOn: draft.verdict === 'deferred' ? (draft.nextOn ?? null) : null,
      },
      { proof: { pin }, expects: { [visit.visitId]: visit.version } },
    );
    setPin('');
  };
  return (
    <>
      <OutcomePanel outcome={outcome} />
      <div className={styles['sign']}>
        <PinField
          label={t('decision.pin')}
          value={pin}
          onChange={setPin}
          onSubmit={() => void sign()}
        />
        <Button
          look="primary"
          wide
          busy={busy}
          disabledReason={missing ?? (pin === '' ? t('decision.pin') : undefined)}
          onPress={() => void sign()}
        >
          {signWords(draft, t)}
        </Button>
      </div>
    </>
  );
}

type Words = TFunction<'visits'>;

function missingFor(props: FormProps, t: Words): string | undefined {
  const { draft } = props;
  if (draft.verdict === undefined) return t('decision.verdict');
  if (draft.verdict !== 'eligible')
    return draft.verdict === 'deferred' && draft.reasonCode !== undefined && !draft.anchorOn
      ? t('decision.anchorOn')
      : undefined;
  const open = openRules(props);
  if (open.length > 0) return t('decision.cannotSign', { rules: open.join(' ') });
  if (draft.targetMl === undefined) return t('decision.target');
  return draft.donationType === undefined ? t('decision.type') : undefined;
}

function signWords(draft: DecisionDraft, t: Words): string {
  if (draft.verdict === 'deferred') return t('decision.signDeferred');
  if (draft.verdict === 'permanent') return t('decision.signPermanent');
  return t('decision.signEligible', { target: draft.targetMl ?? '…' });
}
