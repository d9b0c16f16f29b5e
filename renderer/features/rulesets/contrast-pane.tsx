import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/ui/banner.tsx';
import { SidePane } from '#renderer/ui/pane.tsx';

/** In the place of signatures: a contrast pack is read, never adopted. */
export function ContrastPane(): ReactElement {
  const { t } = useTranslation('rulesets');
  return (
    <SidePane title={t('kinds.contrast')}>
      <Banner tone="info" title={t('contrastNote')} />
    </SidePane>
  );
}
