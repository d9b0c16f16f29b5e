import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { useScrollStop } from '#renderer/ui/use-scroll-stop.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './admin.module.css';
import { type Device, DeviceTag } from './devices.tsx';
import { LineCapture, LoopTest } from './line-acts.tsx';
import own from './lines.module.css';

export type Line = NonNullable<OutputOf<'equipment.deviceLine'>>;

const LOOK_EVERY_MS = 1_000;

/** What goes over the line of a device, live: bytes, what was understood, counters, loop test, capture. */
export function LineDialog(props: { device: Device; onClose: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const { device, onClose } = props;
  const { deviceId, name } = device;
  const asked = useStationQuery('equipment.deviceLine', { deviceId }, { everyMs: LOOK_EVERY_MS });
  const line = asked.data;
  return (
    <Dialog
      open
      wide
      title={t('line.title', { name })}
      stay={{ label: t('line.close'), onPress: onClose }}
    >
      {line === undefined || line === null ? (
        <p className={styles['quiet']}>{t(line === null ? 'line.none' : 'common.loading')}</p>
      ) : (
        <Stack>
          <Counters device={device} line={line} />
          <Bytes line={line} />
          <Findings line={line} />
          <div className={own['acts']}>
            <LoopTest device={device} />
            <LineCapture device={device} line={line} />
          </div>
        </Stack>
      )}
    </Dialog>
  );
}

function Counters(props: { device: Device; line: Line }): ReactElement {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  const { counters } = props.line;
  const { bytesIn, bytesOut, lastHeardAt, ...counts } = counters;
  return (
    <Facts
      items={[
        { name: t('devices.now'), value: <DeviceTag device={props.device} /> },
        {
          name: t('line.heard'),
          value:
            lastHeardAt === null ? t('line.never') : secondsText(Date.parse(lastHeardAt), zone),
        },
        {
          name: t('line.counters'),
          value: [
            t('line.bytes', { in: bytesIn, out: bytesOut }),
            t('line.messages', counts),
            t('line.links', counts),
          ].join(' · '),
        },
      ]}
    />
  );
}

/** Each piece as text with named control bytes, and as digits below; the newest first. */
function Bytes(props: { line: Line }): ReactElement {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  const region = useScrollStop<HTMLOListElement>();
  const pieces = props.line.pieces.toReversed();
  return (
    <section aria-label={t('line.live')}>
      <h3>{t('line.live')}</h3>
      <ol ref={region} className={own['bytes']} aria-label={t('line.live')}>
        {pieces.length === 0 ? <li className={own['dim']}>{t('line.quiet')}</li> : null}
        {pieces.map(({ number, at, direction, text, hex, size }) => (
          <li key={number} className={own['piece']}>
            <time dateTime={at}>{secondsText(Date.parse(at), zone)}</time>
            <span>{t(`line.${direction}`)}</span>
            <span>
              <span className={own['text']}>{text}</span>
              <span className={`${own['hex']} ${own['dim']}`}>{spaced(hex)}</span>
              {size * 2 > hex.length ? (
                <span className={own['dim']}>{t('line.more', { size })}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Facts in words and figures, and in words why something was not taken; the newest first. */
function Findings(props: { line: Line }): ReactElement {
  const { t, i18n } = useTranslation(['admin', 'equipment']);
  const zone = useStation((state) => state.zone);
  const region = useScrollStop<HTMLOListElement>();
  const findings = props.line.findings.toReversed();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <section aria-label={t('line.found')}>
      <h3>{t('line.found')}</h3>
      {findings.length === 0 ? <p className={styles['quiet']}>{t('line.nothing')}</p> : null}
      <ol ref={region} className={own['found']} aria-label={t('line.found')}>
        {findings.map(({ number, at, fact, code, said }) => (
          <li key={number}>
            <time dateTime={at}>{secondsText(Date.parse(at), zone)}</time>
            <strong>{fact === null ? code : t(`equipment:factKind.${fact.kind}`)}</strong>
            <span>{fact === null ? said?.[language] : factText(fact, t)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Fact = NonNullable<Line['findings'][number]['fact']>;

/** A reading in words with its unit, a result as the laboratory would read it; the fields of other facts as mapping files name them. */
function factText(fact: Fact, t: TFunction<['admin', 'equipment']>): string {
  if (fact.kind === 'reading')
    return [t(`equipment:quantity.${fact.quantity}`), fact.value, fact.subject].join(' ').trim();
  if (fact.kind === 'result')
    return [fact.sample, fact.analyte, fact.value, fact.unit, fact.status].join(' ');
  return Object.entries(fact)
    .filter(([name, value]) => name !== 'kind' && value !== '' && value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function secondsText(at: number, zone: string): string {
  return `${timeText(at, zone)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
}

function spaced(hex: string): string {
  return hex.replace(/../g, (pair) => `${pair.toUpperCase()} `).trim();
}
