import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import type { ScanAnswer } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Pane, Panes, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StepRow, Steps } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { BagForm } from './bag-form.tsx';
import { type ContainerRead, containerOf, DinCode, DinField, tubeKindOf } from './din-parts.tsx';
import { Loaded } from './load.tsx';
import { TubeForm } from './tube-form.tsx';
import { useMoment } from './words.ts';

type Intake = OutputOf<'laboratory.intake'>;

/** Bag and tubes of a donation, one scan each, judged as they are seen. */
export function LabIntake(): ReactElement {
  const { t } = useTranslation('laboratory');
  const [at, setAt] = useState<{ din: string; item: string } | undefined>(undefined);
  const take = (read: ContainerRead): void =>
    setAt({ din: read.din, item: tubeKindOf(read.flags) ?? 'bag' });
  useScan('step', (scan): ScanAnswer => {
    const read = containerOf(scan);
    if (read === undefined) return 'pass';
    take(read);
    return { verdict: 'ok', text: t('ui.titles.intake') };
  });
  const note = at === undefined ? undefined : <DinCode din={at.din} strong />;
  return (
    <>
      <ScreenHead title={t('ui.titles.intake')} note={note} />
      {at === undefined ? <Nothing onDin={take} /> : <At key={at.din} at={at} onPick={setAt} />}
    </>
  );
}

function Nothing(props: { onDin: (read: ContainerRead) => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  return (
    <Panes>
      <Pane padded>
        <EmptyState
          icon="packageOpen"
          title={t('ui.empty.intake')}
          fill={t('ui.empty.intakeFill')}
        />
      </Pane>
      <SidePane>
        <DinField onDin={props.onDin} />
      </SidePane>
    </Panes>
  );
}

type Place = { readonly din: string; readonly item: string };

function At(props: { at: Place; onPick: (at: Place) => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { din, item } = props.at;
  const query = useStationQuery('laboratory.intake', { din });
  const pick = (next: string): void => props.onPick({ din, item: next });
  return (
    <Panes>
      <Pane title={t('ui.empty.intake')} padded>
        <Loaded query={query}>
          {(data) => (
            <Stack>
              <Received data={data} current={item} />
              <Banner tone="info" title={t('ui.intake.unfitNote')} />
              <DinField
                onDin={(read) =>
                  props.onPick({ din: read.din, item: tubeKindOf(read.flags) ?? 'bag' })
                }
              />
            </Stack>
          )}
        </Loaded>
      </Pane>
      <SidePane title={item === 'bag' ? t('ui.intake.bagForm') : t('ui.intake.tubeForm')}>
        <Loaded query={query}>{(data) => <Form data={data} item={item} onPick={pick} />}</Loaded>
      </SidePane>
    </Panes>
  );
}

function Form(props: { data: Intake; item: string; onPick: (item: string) => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, item } = props;
  if (!data.known) return <Banner tone="danger" title={t('ui.intake.unknown')} />;
  const next = nextItem(data, item);
  const done = (): void => {
    if (next !== undefined) props.onPick(next);
  };
  return item === 'bag' ? (
    <BagForm key={data.din} data={data} onDone={done} />
  ) : (
    <TubeForm key={`${data.din}:${item}`} data={data} kind={item} onDone={done} />
  );
}

function nextItem(data: Intake, after: string): string | undefined {
  if (!data.isTest && data.bag === null && after !== 'bag') return 'bag';
  return data.tubes.find((tube) => tube.received === null && tube.kind !== after)?.kind;
}

function Received(props: { data: Intake; current: string }): ReactElement {
  const { t } = useTranslation('laboratory');
  const moment = useMoment();
  const { data, current } = props;
  const items = [
    ...(data.isTest ? [] : [{ item: 'bag', name: t('ui.intake.bag'), seen: data.bag }]),
    ...data.tubes.map((tube) => ({
      item: tube.kind,
      name: codeWord(['laboratory:ui.tube'], tube.kind),
      seen: tube.received,
    })),
  ];
  return (
    <Steps label={t('ui.titles.intake')}>
      {items.map(({ item, name, seen }) => (
        <StepRow
          key={item}
          state={seen ? (seen.ok ? 'done' : 'stop') : item === current ? 'current' : 'waiting'}
          what={name}
          detail={
            seen ? t('ui.intake.seen', { by: seen.by, time: moment(seen.receivedAt) }) : undefined
          }
          value={seen ? t(seen.ok ? 'ui.fit.fit' : 'ui.fit.unfit') : t('ui.fit.expected')}
        />
      ))}
    </Steps>
  );
}
