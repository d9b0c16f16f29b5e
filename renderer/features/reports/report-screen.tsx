import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { downloadPdf } from '#renderer/features/honours/download.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { printDin } from '#shared/codes/din.ts';
import { parseCivilDate } from '#shared/kernel/civil-date.ts';

/** The day's work, what is open, the day's donations; both papers as files. */
export function ReportScreen(): ReactElement {
  const { t, i18n } = useTranslation('reports');
  const client = useClient();
  const zone = useStation((state) => state.zone);
  const [typed, setTyped] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const day = parseCivilDate(typed.trim());
  const input = day === undefined ? {} : { day };
  const { data } = useStationQuery('reports.day', input);
  const shift = useStationQuery('reports.shift', input);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const fetchPaper = async (name: 'reports.dayPaper' | 'reports.shiftPaper'): Promise<void> => {
    setFailed(false);
    const { pdf } = await client.query(name, { ...input, language });
    if (pdf === null) setFailed(true);
    else downloadPdf(pdf, `${name === 'reports.dayPaper' ? 'day' : 'list'}-${data?.day}.pdf`);
  };
  const counts = (data?.counts ?? []).filter(({ count }) => count > 0);
  const time = (utc: string | null) => (utc === null ? '' : timeText(Date.parse(utc), zone));
  return (
    <>
      <ScreenHead title={t('title')} note={data === undefined ? t('loading') : data.day}>
        <TextField
          label={t('day')}
          hiddenLabel
          placeholder={data?.day ?? ''}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
        />
      </ScreenHead>
      <Panes>
        <Pane title={t('counts')}>
          {hasFailed ? <Banner tone="danger" title={t('failed')} /> : null}
          <Table
            label={t('counts')}
            tight
            columns={[
              {
                id: 'item',
                header: t('column.item'),
                cell: (row) => codeWord(['reports:items'], row.item),
              },
              { id: 'count', header: t('column.count'), numeric: true, cell: (row) => row.count },
            ]}
            rows={counts}
            rowId={(row) => row.item}
          />
          <Table
            label={t('shift')}
            tight
            columns={[
              {
                id: 'din',
                header: t('column.din'),
                cell: (row) => <Code>{printDin(row.din)}</Code>,
              },
              { id: 'chair', header: t('column.chair'), cell: (row) => row.chair },
              { id: 'started', header: t('column.started'), cell: (row) => time(row.startedAt) },
              {
                id: 'ended',
                header: t('column.ended'),
                secondary: true,
                cell: (row) => time(row.endedAt),
              },
              {
                id: 'volume',
                header: t('column.volume'),
                numeric: true,
                cell: (row) => row.plasmaMl ?? '',
              },
              { id: 'state', header: t('column.state'), cell: (row) => t(`state.${row.state}`) },
            ]}
            rows={shift.data ?? []}
            rowId={(row) => row.din}
            empty={t('shiftEmpty')}
          />
        </Pane>
        <SidePane
          title={t('open')}
          foot={
            <>
              <Button onPress={() => void fetchPaper('reports.shiftPaper')}>
                {t('shiftDownload')}
              </Button>
              <Button look="primary" wide onPress={() => void fetchPaper('reports.dayPaper')}>
                {t('download')}
              </Button>
            </>
          }
        >
          {data?.open.length === 0 ? <p>{t('none')}</p> : null}
          <Facts
            items={(data?.open ?? []).map(({ item, count }) => ({
              name: codeWord(['reports:openItems'], item),
              value: String(count),
            }))}
          />
          {data === undefined ? null : (
            <>
              <h2>{t('journal')}</h2>
              <Facts
                items={[
                  { name: t('plasma'), value: `${data.plasmaMl} mL` },
                  { name: t('size'), value: String(data.journal.seq) },
                  { name: t('head'), value: <Code>{data.journal.hash.slice(0, 16)}</Code> },
                ]}
              />
              <p>{t('explain')}</p>
            </>
          )}
        </SidePane>
      </Panes>
    </>
  );
}
