import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Pane, Panes, Row, ScreenHead, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Verdict } from '#renderer/ui/verdict.tsx';
import { offsetText, type Printer } from './words.ts';

/** Two offsets for each printer and stock: print the page, measure, enter, print again. */
export function CalibrationScreen(): ReactElement {
  const { t } = useTranslation('honours');
  const { data } = useStationQuery('honours.worklist', {});
  const [chosen, setChosen] = useState<string>();
  const printers = data?.printers ?? [];
  const printer = printers.find((one) => one.deviceId === chosen) ?? printers[0];
  const stock = data?.stock ?? null;
  return (
    <>
      <ScreenHead title={t('calibration.title')} note={t('calibration.note')} />
      <Panes>
        <Pane padded>
          {printer === undefined || stock === null ? (
            data === undefined ? null : (
              <EmptyState
                icon="printer"
                title={t('calibration.none')}
                fill={t('calibration.noneFill')}
              />
            )
          ) : (
            <Stack>
              <p>{t('calibration.how')}</p>
              <Select
                label={t('calibration.printer')}
                choices={printers.map((one) => ({ value: one.deviceId, label: one.name }))}
                value={printer.deviceId}
                onChange={setChosen}
              />
              <Offsets key={printer.deviceId} printer={printer} stockId={stock.stockId} />
            </Stack>
          )}
        </Pane>
      </Panes>
    </>
  );
}

function Offsets(props: { printer: Printer; stockId: string }): ReactElement {
  const { t } = useTranslation('honours');
  const { printer, stockId } = props;
  const { deviceId } = printer;
  const [x, setX] = useState<number | undefined>(printer.xTenthsMm);
  const [y, setY] = useState<number | undefined>(printer.yTenthsMm);
  const saving = useStationCommand('equipment.setPrinterOffset');
  const printing = useStationCommand('equipment.printCalibration');
  const save = (): void => {
    if (x === undefined || y === undefined) return;
    saving.mutate({ input: { deviceId, stockId, xTenthsMm: x, yTenthsMm: y } });
  };
  return (
    <Stack>
      <Facts
        items={[
          {
            name: t('calibration.current'),
            value:
              printer.measuredAt === null
                ? t('calibration.never')
                : t('proof.offset', {
                    x: offsetText(printer.xTenthsMm),
                    y: offsetText(printer.yTenthsMm),
                    when: printer.measuredAt.slice(0, 10),
                  }),
          },
        ]}
      />
      <Row columns={2}>
        <NumberField
          label={t('calibration.x')}
          unit="mm"
          decimals={1}
          value={x}
          onChange={setX}
          hint={t('calibration.sign')}
        />
        <NumberField label={t('calibration.y')} unit="mm" decimals={1} value={y} onChange={setY} />
      </Row>
      <Row>
        <Button
          busy={printing.isPending}
          onPress={() => printing.mutate({ input: { deviceId, stockId } })}
        >
          {t('calibration.printPage')}
        </Button>
        <Button look="primary" busy={saving.isPending} onPress={save}>
          {t('calibration.save')}
        </Button>
      </Row>
      {saving.data?.status === 'ok' ? (
        <Verdict
          kind="ok"
          text={t('calibration.saved', { x: offsetText(x ?? 0), y: offsetText(y ?? 0) })}
        />
      ) : (
        <OutcomePanel outcome={saving.data} />
      )}
      {printing.data?.status === 'ok' ? (
        <Verdict kind="ok" text={t('calibration.sent', { job: printing.data.value.jobId })} />
      ) : (
        <OutcomePanel outcome={printing.data} />
      )}
    </Stack>
  );
}
