import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/app/may.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, Row, ScreenHead } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { useDonorScan } from './donor-scan.ts';
import { SearchBox } from './search-box.tsx';

/** The donors' place in the rail: search, registration, look-alikes that wait for a decision. */
export function DonorsScreen(): ReactElement {
  const { t } = useTranslation(['donors', 'teams', 'aftercare']);
  const mayRecord = useMay('aftercare.recordInformation');
  useDonorScan();
  const pairs = useStationQuery('donors.duplicates', {});
  const waiting = pairs.data?.length ?? 0;
  return (
    <>
      <ScreenHead title={t('title')}>
        <SearchBox />
      </ScreenHead>
      <Panes>
        <Pane padded>
          <EmptyState
            icon="searchPerson"
            title={t('search.placeholder')}
            fill={t('register.scan')}
          />
          <Row>
            <Button look="primary" onPress={() => go('/donors/new')}>
              {t('search.register')}
            </Button>
            <Button onPress={() => go('/duplicates')}>
              {t('duplicates.title')}
              {waiting === 0 ? null : ` ${waiting}`}
            </Button>
            <Button onPress={() => go('/teams')}>{t('teams:title')}</Button>
            {mayRecord ? (
              <>
                <Button onPress={() => go('/lab/late')}>{t('aftercare:ui.title')}</Button>
                <Button onPress={() => go('/recalls')}>{t('aftercare:recall.title')}</Button>
              </>
            ) : null}
          </Row>
        </Pane>
      </Panes>
    </>
  );
}
