import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type BloodGroupView, DonorBanner } from '#renderer/ui/donor-banner.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

export type Person = OutputOf<'collection.run'>['person'];

/** The banner of the person in the chair. */
export function DonorHead(props: { person: Person; flags?: ReactNode }): ReactElement {
  const { t } = useTranslation('donors');
  const { person } = props;
  return (
    <DonorBanner
      name={person.name}
      sex={t(`sex.${person.sex}`)}
      birthDate={person.birthDate}
      age={person.age}
      number={person.number}
      group={groupOf(person)}
      flags={props.flags}
    />
  );
}

function groupOf({ group, fingerPrick }: Person): BloodGroupView {
  if (fingerPrick !== null) return { abo: fingerPrick, rhd: undefined, fingerPrick: true };
  const [abo, rhd] = (group ?? '').split(' ');
  const known = abo === 'A' || abo === 'B' || abo === 'O' || abo === 'AB' ? abo : undefined;
  const rh = rhd === 'positive' || rhd === 'negative' ? rhd : undefined;
  return { abo: known, rhd: rh };
}
