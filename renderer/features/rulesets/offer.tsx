import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Panes } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { QueryState } from '../visits/query-states.tsx';
import { AdoptStep } from './adopt-step.tsx';
import { type ConfirmPage, type OfferKey, PageStep, type Pages } from './page-step.tsx';

/**
 * A pack on offer: its pages of unverified values one after another, then the trial on the recorded
 * history and the adoption.
 */
export function OfferPanes(props: {
  offer: OfferKey & { readonly kind: string; readonly madeByForm: boolean };
}): ReactElement {
  const { packId, revision, kind, madeByForm } = props.offer;
  const offer = { packId, revision };
  const pages = useStationQuery('rulesets.pages', offer);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (!pages.data) return <QueryState error={pages.error} />;
  const all = pages.data.pages;
  const open = all.find((page) => page.signed === null || page.signed.exceptions.length > 0);
  const isContrast = kind === 'contrast';
  const tab = chosen ?? (open === undefined || isContrast ? TRIAL : String(open.page));
  const page = all.find((each) => String(each.page) === tab);
  const inTabs = (panel: ReactNode): ReactElement => (
    <PageTabs pages={all} tab={tab} onTab={setChosen} panel={panel} />
  );
  return (
    <Panes>
      {page === undefined ? (
        <AdoptStep
          offer={offer}
          isContrast={isContrast}
          madeByForm={madeByForm}
          replay={pages.data.replay}
          inTabs={inTabs}
        />
      ) : (
        <PageStep
          key={page.page}
          offer={offer}
          page={page}
          of={all.length}
          isContrast={isContrast}
          inTabs={inTabs}
          onSigned={() => setChosen(undefined)}
        />
      )}
    </Panes>
  );
}

const TRIAL = 'trial';

function PageTabs(props: {
  pages: Pages['pages'];
  tab: string;
  onTab: (tab: string) => void;
  panel: ReactNode;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { panel } = props;
  return (
    <Tabs
      label={t('pages.tabs')}
      value={props.tab}
      onChange={props.onTab}
      items={[
        ...props.pages.map((page) => ({
          id: String(page.page),
          label: <StatusTag kind={stateOf(page)}>{t('pages.tab', { page: page.page })}</StatusTag>,
          panel,
        })),
        { id: TRIAL, label: t('replay.tab'), panel },
      ]}
    />
  );
}

function stateOf({ signed }: ConfirmPage): 'waiting' | 'caution' | 'ok' {
  if (signed === null) return 'waiting';
  return signed.exceptions.length > 0 ? 'caution' : 'ok';
}
