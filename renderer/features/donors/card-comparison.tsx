import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '#renderer/app/router-link.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { IdCard } from '#shared/codes/id-card.ts';
import { maskDocument } from '#shared/features/donors/mask.ts';
import { normaliseName } from '#shared/features/donors/names.ts';
import type { DonorFile } from './file.tsx';
import { useReadDocument } from './read-card.ts';

interface Line {
  readonly item: string;
  readonly onCard: string;
  readonly onRecord: string;
  readonly same: boolean;
}

/** A card that was just read beside the record it belongs to; nothing is changed by itself. */
export function CardComparison(props: { file: DonorFile }): ReactElement | null {
  const { t } = useTranslation('donors');
  const { summary, documentUntil } = props.file;
  const card = useReadDocument((state) => state.card);
  const lines = useLines(card, props.file);
  if (card === undefined || maskDocument(card.number) !== summary.documentMasked) return null;
  const differs = lines.some((line) => !line.same);
  const isNewer = (card.until ?? null) !== documentUntil;
  return (
    <Stack gap="small">
      <Banner
        tone={differs ? 'warn' : 'ok'}
        title={t(differs ? 'card.differs' : 'card.same')}
        actions={
          differs || isNewer ? (
            <Button onPress={() => go(`/donors/${summary.donorId}/amend`)}>{t('card.take')}</Button>
          ) : undefined
        }
      />
      {differs ? (
        <Table
          label={t('card.title')}
          tight
          rows={lines}
          rowId={(line) => line.item}
          empty={t('card.same')}
          columns={[
            { id: 'item', header: t('card.item'), cell: (line) => line.item },
            { id: 'card', header: t('card.onCard'), cell: (line) => <bdi>{line.onCard}</bdi> },
            {
              id: 'record',
              header: t('card.onRecord'),
              cell: (line) => <bdi>{line.onRecord}</bdi>,
            },
            {
              id: 'same',
              header: t('columns.state'),
              cell: (line) => (
                <StatusTag kind={line.same ? 'ok' : 'caution'}>
                  {t(line.same ? 'card.equal' : 'card.other')}
                </StatusTag>
              ),
            },
          ]}
        />
      ) : null}
    </Stack>
  );
}

function useLines(card: IdCard | undefined, { summary }: DonorFile): readonly Line[] {
  const { t } = useTranslation('donors');
  if (card === undefined) return [];
  const line = (item: string, onCard: string, onRecord: string): Line => ({
    item,
    onCard,
    onRecord,
    same: onCard === onRecord,
  });
  return [
    line(t('card.name'), normaliseName(card.name), summary.name),
    line(t('card.sex'), t(`sex.${card.sex}`), t(`sex.${summary.sex}`)),
    line(t('card.birthDate'), card.birthDate, summary.birthDate),
  ];
}
