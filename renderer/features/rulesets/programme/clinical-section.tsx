import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { SEVERITIES } from '#shared/features/rulesets/programme/form.ts';
import { put, valueAt } from './draft.ts';
import { type Edit, FigureField, useFieldName } from './fields.tsx';
import styles from './programme.module.css';
import { Section } from './sections.tsx';

const USE = ['clinicalUse'];
const SEVERITY = [...USE, 'severities'];

/** What the protocol says of giving the plasma; a protocol that says nothing leaves it to the hospital. */
export function ClinicalSection({ edit }: { edit: Edit }): ReactElement {
  const { t } = useTranslation('rulesets');
  const isTold = (valueAt(edit.draft, USE) ?? null) !== null;
  const begin = (on: boolean): void =>
    edit.change(put(edit.draft, USE, on ? { severities: [], maxCourseDays: null } : null));
  return (
    <Section title={t('programmeForm.sections.clinicalUse')}>
      <Checkbox checked={isTold} onChange={begin}>
        {t('programmeForm.withClinicalUse')}
      </Checkbox>
      {isTold ? (
        <>
          <Severities edit={edit} />
          <FigureField
            edit={edit}
            path={[...USE, 'maxCourseDays']}
            unit={t('programmeForm.units.days')}
            hint={t('programmeForm.hints.maxCourseDays')}
            empty={null}
          />
          <FigureField edit={edit} path={[...USE, 'minMl']} unit="mL" />
          <FigureField edit={edit} path={[...USE, 'maxMl']} unit="mL" />
          <FigureField edit={edit} path={[...USE, 'minMlPerKg']} unit="mL/kg" />
          <FigureField edit={edit} path={[...USE, 'maxMlPerKg']} unit="mL/kg" />
        </>
      ) : null}
    </Section>
  );
}

/** For which patients the protocol wants the plasma. */
function Severities({ edit }: { edit: Edit }): ReactElement {
  const { t } = useTranslation('rulesets');
  const name = useFieldName()(SEVERITY);
  const value = valueAt(edit.draft, SEVERITY);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const toggle = (severity: string, on: boolean): void => {
    const kept = SEVERITIES.filter((each) => (each === severity ? on : chosen.includes(each)));
    edit.change(put(edit.draft, SEVERITY, kept));
  };
  return (
    <fieldset className={styles['shelves']}>
      <legend>{name}</legend>
      {SEVERITIES.map((each) => (
        <Checkbox key={each} checked={chosen.includes(each)} onChange={(on) => toggle(each, on)}>
          {t(`programmeForm.severities.${each}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
