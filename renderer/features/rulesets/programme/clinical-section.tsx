import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { SEVERITIES } from '#shared/features/rulesets/programme/form.ts';
import { put, valueAt } from './draft.ts';
import { ChoicesField, type Edit, FigureField } from './fields.tsx';
import { Section } from './sections.tsx';

const USE = ['clinicalUse'];

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
          <ChoicesField
            edit={edit}
            path={[...USE, 'severities']}
            choices={SEVERITIES.map((value) => ({
              value,
              label: t(`programmeForm.severities.${value}`),
            }))}
          />
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
