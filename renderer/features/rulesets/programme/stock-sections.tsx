import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Button } from '#renderer/ui/button.tsx';
import { productsOf, withoutProduct, withProduct } from './draft.ts';
import {
  ChoicesField,
  type Edit,
  FigureField,
  ListField,
  SwitchField,
  WordField,
} from './fields.tsx';
import styles from './programme.module.css';
import { Section } from './sections.tsx';

/** As many products as one programme may have. */
const MOST_PRODUCTS = 4;

/** Kinds of places that a programme may have for itself. */
const SHELVES: readonly string[] = ['quarantine', 'qualified', 'reject', 'freezer'];

const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const shownLines = (value: unknown) => (Array.isArray(value) ? value.join('\n') : '');

export function ProductSections({ edit }: { edit: Edit }): ReactElement {
  const { t } = useTranslation('rulesets');
  const products = productsOf(edit.draft);
  const at = (n: number, ...rest: readonly string[]) => ['products', n, ...rest];
  return (
    <>
      {products.map((_product, n) => (
        // A product is known by its place in the list: nothing else of it is sure while it is typed.
        <Section
          key={`${products.length}-${at(n).join('-')}`}
          title={`${t('programmeForm.sections.products')} · ${t('programmeForm.product', { n: n + 1 })}`}
        >
          <WordField
            edit={edit}
            path={at(n, 'productCode')}
            hint={t('programmeForm.hints.productCode')}
            code
          />
          <WordField edit={edit} path={at(n, 'name', 'zh')} />
          <WordField edit={edit} path={at(n, 'name', 'en')} />
          <ListField
            edit={edit}
            path={at(n, 'labelText')}
            hint={t('programmeForm.hints.labelText')}
            lines={2}
            show={shownLines}
            read={linesIn}
          />
          <SwitchField edit={edit} path={at(n, 'inactivated')} />
          {products.length > 1 ? (
            <Button look="quiet" onPress={() => edit.change(withoutProduct(edit.draft, n))}>
              {t('programmeForm.dropProduct')}
            </Button>
          ) : null}
        </Section>
      ))}
      {products.length < MOST_PRODUCTS ? (
        <div className={styles['more']}>
          <Button onPress={() => edit.change(withProduct(edit.draft))}>
            {t('programmeForm.addProduct')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

export function StorageSection({ edit }: { edit: Edit }): ReactElement {
  const { t } = useTranslation('rulesets');
  return (
    <Section title={t('programmeForm.sections.storage')}>
      <FigureField edit={edit} path={['storage', 'maxTenthsC']} unit="℃" decimals={1} />
      <FigureField
        edit={edit}
        path={['storage', 'shelfLifeMonths']}
        unit={t('programmeForm.units.months')}
      />
      <FigureField edit={edit} path={['storage', 'freezeWithinMinutes']} unit="min" />
      <Shelves edit={edit} />
    </Section>
  );
}

/** The places that hold this programme's units and no others. */
function Shelves({ edit }: { edit: Edit }): ReactElement {
  const { t } = useTranslation(['rulesets', 'equipment']);
  const asked = useStationQuery('equipment.places', {});
  const places = (asked.data ?? []).filter((place) => place.active && SHELVES.includes(place.kind));
  return (
    <ChoicesField
      edit={edit}
      path={['places']}
      hint={t(places.length === 0 ? 'programmeForm.noPlaces' : 'programmeForm.hints.places')}
      choices={places.map(({ code, name, kind }) => ({
        value: code,
        label: `${code} ${name} · ${t(`equipment:placeKind.${kind}`)}`,
      }))}
    />
  );
}
