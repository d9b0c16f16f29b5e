import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/operations.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { openPdf } from '../visits/open-pdf.ts';

/** Opens the printable list of unverified values; what could not be drawn is said. */
export function PrintList(props: {
  offer: { readonly packId: string; readonly revision: number };
}): ReactElement {
  const { t, i18n } = useTranslation('rulesets');
  const client = useClient();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const print = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const paper = await client.query('rulesets.pagesPaper', { ...props.offer, language });
    setProblem(paper.problem ?? undefined);
    if (paper.pdf !== null) openPdf(paper.pdf);
  };
  return (
    <>
      {problem === undefined ? null : (
        <Banner tone="warn" title={t('pages.printFailed', { problem })} />
      )}
      <Button onPress={() => void print()}>{t('pages.print')}</Button>
    </>
  );
}
