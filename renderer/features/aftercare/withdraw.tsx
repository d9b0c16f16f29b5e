import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { useSession } from '#renderer/app/session.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, Row, ScreenHead, Stack } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { seesConfidential } from '#shared/features/donors/facts.ts';

const PLACE = '/withdraw';

/** The coded call or slip: eight digits hold the plasma; no name is asked and none is shown. */
export function WithdrawScreen(): ReactElement {
  const { t } = useTranslation('aftercare');
  const may = useMay();
  if (may) return <CodedCall />;
  return (
    <>
      <ScreenHead title={t('withdraw.title')} />
      <EmptyState icon="lock" title={t('withdraw.others')} fill={t('withdraw.sendOn')} />
    </>
  );
}

function useMay(): boolean {
  return useSession((state) => seesConfidential(state.user?.roles ?? []));
}

function CodedCall(): ReactElement {
  const { t } = useTranslation('aftercare');
  const command = useStationCommand('aftercare.withdraw');
  const [code, setCode] = useState('');
  const [way, setWay] = useState<'call' | 'slip'>('call');
  const complete = code.replaceAll(/\D/g, '').length === 8;
  const outcome = command.data;
  const withdraw = async (): Promise<void> => {
    if (!complete) return;
    const answer = await command.mutateAsync({ input: { code, way } });
    if (answer.status === 'ok') setCode('');
  };
  return (
    <>
      <ScreenHead title={t('withdraw.title')} />
      <Panes>
        <Pane padded>
          <Stack>
            <p>{t('withdraw.lead')}</p>
            <Segmented
              label={t('withdraw.way')}
              value={way}
              onChange={setWay}
              choices={(['call', 'slip'] as const).map((value) => ({
                value,
                label: t(`withdraw.ways.${value}`),
              }))}
            />
            <TextField
              label={t('withdraw.code')}
              value={code}
              onChange={setCode}
              inputMode="numeric"
              autoFocus
              code
            />
            <p>{t('withdraw.consequence')}</p>
            <Row>
              <Button
                look="primary"
                busy={command.isPending}
                disabledReason={complete ? undefined : t('withdraw.missing')}
                onPress={() => void withdraw()}
              >
                {t('withdraw.act')}
              </Button>
            </Row>
            <OutcomePanel outcome={outcome} />
            {outcome?.status === 'ok' ? <Done {...outcome.value} /> : null}
          </Stack>
        </Pane>
      </Panes>
    </>
  );
}

function Done(props: { held: number; known: boolean }): ReactElement {
  const { t } = useTranslation('aftercare');
  const { held, known } = props;
  if (known) return <Banner tone="ok" title={t('withdraw.known')} />;
  return held > 0 ? (
    <Banner tone="ok" title={t('withdraw.done', { count: held })} />
  ) : (
    <Banner tone="warn" title={t('withdraw.nothing')} />
  );
}

/** Leads there from where calls are taken down, for the two roles that may. */
export function WithdrawLink(): ReactElement | null {
  const { t } = useTranslation('aftercare');
  if (!useMay()) return null;
  return <Button onPress={() => go(PLACE)}>{t('withdraw.title')}</Button>;
}

/** Leads there from anywhere (Ctrl+K), for the two roles that may. */
export function WithdrawCommand(): null {
  const { t } = useTranslation('aftercare');
  const may = useMay();
  useCommand(
    may
      ? { id: 'aftercare.withdraw', label: t('withdraw.title'), run: () => go(PLACE) }
      : undefined,
  );
  return null;
}
