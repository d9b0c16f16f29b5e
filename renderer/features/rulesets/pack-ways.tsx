import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/app/may.ts';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';

/** Ways on from a pack: the list of all its rows, and its form where it was made by one. */
export function PackWays(props: {
  pack: { readonly hash: string; readonly programme: string };
  madeByForm: boolean;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const mayDraft = useMay('rulesets.draftProgramme');
  const { hash, programme } = props.pack;
  return (
    <>
      <Button onPress={() => go(`/rules/rows/${hash}`)}>{t('rows.open')}</Button>
      {props.madeByForm && mayDraft ? (
        <Button onPress={() => go(`/rules/new/${programme}`)}>{t('programmeForm.revise')}</Button>
      ) : null}
    </>
  );
}
