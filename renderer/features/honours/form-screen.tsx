import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { ErrorState } from '#renderer/ui/states.tsx';
import { Verdict } from '#renderer/ui/verdict.tsx';
import { downloadPdf } from './download.ts';
import styles from './honours.module.css';
import { PdfPage, Stage } from './pdf-page.tsx';

const A4_WIDTH_MM = 210;

/** The 献血登记表 of a visit: preview, print, download. */
export function FormScreen(): ReactElement {
  const { t, i18n } = useTranslation('honours');
  const visitId = useRouteParams()['visitId'] ?? '';
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { data } = useStationQuery('honours.formPreview', { visitId, language });
  const devices = useStationQuery('equipment.devices', {});
  const printers = (devices.data ?? []).filter(
    ({ kind, active }) => kind === 'paperPrinter' && active,
  );
  const [chosen, setChosen] = useState<string>();
  const printerId = chosen ?? printers[0]?.deviceId;
  const printing = useStationCommand('honours.printForm');
  const pdf = data?.pdf ?? null;
  const problem = data?.problem ? refusalText(data.problem) : undefined;
  return (
    <>
      <ScreenHead title={t('form.title')} note={t('form.note')} />
      <Panes>
        <section className={styles['work']}>
          <Stage>
            {problem === undefined ? null : (
              <ErrorState
                title={problem.title}
                safe={t('preview.failedSafe')}
                todo={t('preview.failedTodo')}
                code={problem.code}
              />
            )}
            {pdf === null ? null : (
              <PdfPage pdf={pdf} label={t('form.title')} widthMm={A4_WIDTH_MM} />
            )}
          </Stage>
        </section>
        <SidePane
          foot={
            <>
              <Button
                disabled={pdf === null}
                onPress={() => pdf !== null && downloadPdf(pdf, `${visitId.slice(-12)}.pdf`)}
              >
                {t('form.download')}
              </Button>
              <Button
                look="primary"
                wide
                busy={printing.isPending}
                onPress={() =>
                  printerId !== undefined && printing.mutate({ input: { visitId, printerId } })
                }
                {...(printerId === undefined ? { disabledReason: t('proof.needPrinter') } : {})}
              >
                {t('form.print')}
              </Button>
            </>
          }
        >
          <Select
            label={t('proof.printer')}
            choices={printers.map((one) => ({ value: one.deviceId, label: one.name }))}
            value={printerId}
            onChange={setChosen}
          />
          {printing.data?.status === 'ok' ? (
            <Verdict kind="ok" text={t('form.printed')} />
          ) : (
            <OutcomePanel outcome={printing.data} />
          )}
        </SidePane>
      </Panes>
    </>
  );
}
