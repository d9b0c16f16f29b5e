import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/operations.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { openPdf } from '../visits/open-pdf.ts';

type Client = ReturnType<typeof useClient>;
type Drawn = { readonly pdf: string | null; readonly problem: string | null };

/** Opens a paper in a window of its own; what could not be drawn is said. */
export function PaperButton(props: {
  label: string;
  draw: (client: Client, language: 'zh-CN' | 'en') => Promise<Drawn>;
}): ReactElement {
  const { t, i18n } = useTranslation('validation');
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const print = async (): Promise<void> => {
    setBusy(true);
    const { pdf, problem: found } = await props.draw(
      client,
      i18n.language === 'en' ? 'en' : 'zh-CN',
    );
    setBusy(false);
    setProblem(found);
    if (pdf !== null) openPdf(pdf);
  };
  return (
    <>
      {problem === null ? null : <Banner tone="warn" title={t('ui.printFailed', { problem })} />}
      <Button busy={isBusy} onPress={() => void print()}>
        {props.label}
      </Button>
    </>
  );
}
