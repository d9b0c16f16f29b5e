import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from './code.tsx';
import { cx } from './cx.ts';
import styles from './donor-banner.module.css';
import { Icon } from './icon.tsx';

export type BloodGroupView = {
  abo: 'A' | 'B' | 'O' | 'AB' | undefined;
  rhd: 'positive' | 'negative' | undefined;
  /** A finger-prick group is shown as such until two independent results confirm it. */
  fingerPrick?: boolean;
};

export type DonorBannerProps = {
  name: string;
  photoUrl?: string;
  sex: string | undefined;
  /** 2026-11-22 form; undefined reads 未知. */
  birthDate: string | undefined;
  age: number | undefined;
  number: string | undefined;
  group: BloodGroupView;
  flags?: ReactNode;
};

/** A name in full, breaking only after the middle dot; one size smaller from the 7th character. */
export function PersonName(props: { name: string }): ReactElement {
  const parts = props.name.split('·');
  const long = [...props.name].length > 8;
  return (
    <bdi className={cx(styles['name'], long && styles['long'])}>
      {parts.flatMap((part, index) => (index === 0 ? [part] : ['·', <wbr key={part} />, part]))}
    </bdi>
  );
}

/** Blood group in its frame: the letter large, RhD in words; never a lone letter, never a sign. */
export function GroupBox(props: { group: BloodGroupView }): ReactElement {
  const { t } = useTranslation('kit');
  const { abo, rhd, fingerPrick } = props.group;
  if (abo === undefined) {
    return <span className={cx(styles['group'], styles['unknown'])}>{t('donor.unknown')}</span>;
  }
  const rhdWords =
    rhd === undefined
      ? `RhD ${t('donor.unknown')}`
      : t(rhd === 'positive' ? 'donor.rhdPositive' : 'donor.rhdNegative');
  return (
    <span className={styles['group']}>
      {abo}
      <small>{fingerPrick ? t('donor.fingerPrick') : rhdWords}</small>
    </span>
  );
}

/** Who lies in the chair. The order never changes and the banner never scrolls away. */
export function DonorBanner(props: DonorBannerProps): ReactElement {
  const { t } = useTranslation('kit');
  const unknown = t('donor.unknown');
  const birth =
    props.birthDate === undefined
      ? unknown
      : props.age === undefined
        ? props.birthDate
        : t('donor.age', { date: props.birthDate, age: props.age });
  return (
    <section className={styles['banner']} aria-label={t('donor.label')}>
      <span className={styles['photo']}>
        {props.photoUrl === undefined ? (
          <Icon name="person" size={40} stroke={1.25} />
        ) : (
          <img src={props.photoUrl} alt={t('donor.photo')} />
        )}
      </span>
      <PersonName name={props.name} />
      <dl className={styles['facts']}>
        <div>
          <dt>{t('donor.sex')}</dt>
          <dd>{props.sex ?? unknown}</dd>
        </div>
        <div>
          <dt>{t('donor.birth')}</dt>
          <dd>{birth}</dd>
        </div>
        <div>
          <dt>{t('donor.number')}</dt>
          <dd>{props.number === undefined ? unknown : <Code>{props.number}</Code>}</dd>
        </div>
      </dl>
      <GroupBox group={props.group} />
      <span className={styles['flags']}>{props.flags}</span>
    </section>
  );
}
