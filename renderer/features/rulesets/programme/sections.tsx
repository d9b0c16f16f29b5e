import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { OWN_TESTS } from '#shared/features/rulesets/programme/form.ts';
import { NO_TEST, put, valueAt } from './draft.ts';
import { ChoicesField, DayField, type Edit, FigureField, ListField, WordField } from './fields.tsx';
import styles from './programme.module.css';

interface SectionProps {
  readonly edit: Edit;
}

/** A titled group of fields, as many side by side as fit. */
export function Section(props: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className={styles['section']} aria-label={props.title}>
      <h3>{props.title}</h3>
      <div className={styles['fields']}>{props.children}</div>
    </section>
  );
}

/** `known`: a later revision keeps the code under which everything was recorded. */
export function NameSection({ edit, known }: SectionProps & { known: boolean }): ReactElement {
  const { t } = useTranslation('rulesets');
  return (
    <Section title={t('programmeForm.sections.name')}>
      <WordField edit={edit} path={['disease', 'zh']} />
      <WordField edit={edit} path={['disease', 'en']} />
      <WordField
        edit={edit}
        path={['programme']}
        hint={t('programmeForm.hints.programme')}
        code
        readOnly={known}
      />
      <WordField edit={edit} path={['protocol']} />
      <DayField edit={edit} path={['inForceFrom']} />
    </Section>
  );
}

export function DonorSection({ edit }: SectionProps): ReactElement {
  const { t } = useTranslation('rulesets');
  const units = (name: 'days' | 'hours' | 'years' | 'kg' | 'times') =>
    t(`programmeForm.units.${name}`);
  const sincePositive = ['donor', 'minDaysSincePositive'];
  const takesOthers = valueAt(edit.draft, sincePositive) !== null;
  return (
    <Section title={t('programmeForm.sections.donor')}>
      <FigureField edit={edit} path={['donor', 'minDaysSinceOnset']} unit={units('days')} />
      <FigureField edit={edit} path={['donor', 'minDaysSinceDischarge']} unit={units('days')} />
      <FigureField edit={edit} path={['donor', 'negativeTests']} unit={units('times')} />
      <FigureField edit={edit} path={['donor', 'hoursApart']} unit={units('hours')} />
      <FigureField edit={edit} path={['donor', 'minYears']} unit={units('years')} />
      <FigureField edit={edit} path={['donor', 'maxYears']} unit={units('years')} />
      <FigureField edit={edit} path={['donor', 'hardMaxYears']} unit={units('years')} />
      <FigureField edit={edit} path={['donor', 'maleGrams']} unit={units('kg')} decimals={3} />
      <FigureField edit={edit} path={['donor', 'femaleGrams']} unit={units('kg')} decimals={3} />
      <Checkbox
        checked={takesOthers}
        onChange={(on) => edit.change(put(edit.draft, sincePositive, on ? undefined : null))}
      >
        {t('programmeForm.withoutSymptoms')}
      </Checkbox>
      {takesOthers ? <FigureField edit={edit} path={sincePositive} unit={units('days')} /> : null}
    </Section>
  );
}

/** `200 300` as whole numbers; anything else among them is no number and keeps the form open. */
const numbersIn = (text: string) =>
  text
    .split(/[\s,，、/]+/)
    .filter((part) => part !== '')
    .map(Number);

const shownNumbers = (value: unknown) => (Array.isArray(value) ? value.join(' ') : '');

export function GivingSection({ edit }: SectionProps): ReactElement {
  const { t } = useTranslation('rulesets');
  return (
    <Section title={t('programmeForm.sections.giving')}>
      <FigureField
        edit={edit}
        path={['giving', 'intervalDays']}
        unit={t('programmeForm.units.days')}
      />
      <FigureField
        edit={edit}
        path={['giving', 'maxPerYear']}
        unit={t('programmeForm.units.times')}
      />
      <ListField
        edit={edit}
        path={['giving', 'targetsMl']}
        hint={t('programmeForm.hints.targets')}
        show={shownNumbers}
        read={numbersIn}
      />
      <FigureField edit={edit} path={['giving', 'ceilingMl']} unit="mL" />
    </Section>
  );
}

export function TestsSection({ edit }: SectionProps): ReactElement {
  const { t } = useTranslation('rulesets');
  const hasNat = valueAt(edit.draft, ['nat']) !== null;
  const titre = t('programmeForm.hints.titre');
  return (
    <Section title={t('programmeForm.sections.tests')}>
      <WordField edit={edit} path={['antibody', 'test']} code />
      <WordField edit={edit} path={['antibody', 'name', 'zh']} />
      <WordField edit={edit} path={['antibody', 'name', 'en']} />
      <FigureField edit={edit} path={['antibody', 'iggTitre']} unit="" hint={titre} empty={null} />
      <FigureField
        edit={edit}
        path={['antibody', 'totalTitre']}
        unit=""
        hint={titre}
        empty={null}
      />
      <Checkbox
        checked={hasNat}
        onChange={(on) => edit.change(put(edit.draft, ['nat'], on ? NO_TEST : null))}
      >
        {t('programmeForm.withNat')}
      </Checkbox>
      {hasNat ? (
        <>
          <WordField edit={edit} path={['nat', 'test']} code />
          <WordField edit={edit} path={['nat', 'name', 'zh']} />
          <WordField edit={edit} path={['nat', 'name', 'en']} />
        </>
      ) : null}
      <BeforehandPart edit={edit} />
    </Section>
  );
}

const BEFOREHAND = ['beforehand'];

/** Whether a sample taken before the donation may stand for a test of its own, and for how long. */
function BeforehandPart({ edit }: SectionProps): ReactElement {
  const { t } = useTranslation('rulesets');
  const mayStand = (valueAt(edit.draft, BEFOREHAND) ?? null) !== null;
  return (
    <>
      <Checkbox
        checked={mayStand}
        onChange={(on) => edit.change(put(edit.draft, BEFOREHAND, on ? { tests: [] } : null))}
      >
        {t('programmeForm.withBeforehand')}
      </Checkbox>
      {mayStand ? (
        <>
          <ChoicesField
            edit={edit}
            path={[...BEFOREHAND, 'tests']}
            choices={OWN_TESTS.map((value) => ({
              value,
              label: t(`programmeForm.ownTests.${value}`),
            }))}
          />
          <FigureField
            edit={edit}
            path={[...BEFOREHAND, 'days']}
            unit={t('programmeForm.units.days')}
          />
        </>
      ) : null}
    </>
  );
}
