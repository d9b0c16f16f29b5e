import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LineSettings } from '#shared/features/equipment/line-settings.ts';
import type { DeviceLink } from '#shared/features/equipment/model.ts';

const BAUDS = ['1200', '2400', '4800', '9600', '19200', '38400', '57600', '115200'] as const;
const FRAMES = ['8/1', '8/2', '7/1', '7/2'] as const;
const PARITIES = ['none', 'even', 'odd'] as const;
const FLOWS = ['none', 'rtscts', 'xonxoff'] as const;
const USUAL = 'usual';

type Props = { link: DeviceLink; onChange: (line: LineSettings | undefined) => void };

/** How the line to a device is set; what is left as usual is the driver's business. */
export function LineFields({ link, onChange }: Props): ReactElement | null {
  const { t } = useTranslation('admin');
  const { line = {}, kind } = link;
  const put = (change: LineSettings): void => onChange(cleaned({ ...line, ...change }));
  if (kind !== 'serial' && kind !== 'tcp' && kind !== 'tcpListen') return null;
  return (
    <>
      {kind === 'serial' ? <SerialFields line={line} put={put} /> : null}
      <Row columns={2}>
        <NumberField
          label={t('line.silent')}
          hint={t('line.silentHint')}
          unit={t('line.seconds')}
          value={line.silentAfterSeconds}
          onChange={(silentAfterSeconds) => put({ silentAfterSeconds })}
        />
        {kind === 'tcpListen' ? (
          <TextField
            label={t('line.peer')}
            hint={t('line.peerHint')}
            value={line.peer ?? ''}
            onChange={(peer) => put({ peer: peer.trim() || undefined })}
            code
          />
        ) : null}
      </Row>
    </>
  );
}

function SerialFields(props: {
  line: LineSettings;
  put: (change: LineSettings) => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  const { line, put } = props;
  const frame = line.dataBits === undefined ? USUAL : `${line.dataBits}/${line.stopBits ?? 1}`;
  const usual = { value: USUAL, label: t('line.usual') };
  return (
    <>
      <Row columns={2}>
        <Select
          label={t('line.baud')}
          value={line.baudRate === undefined ? USUAL : `${line.baudRate}`}
          onChange={(rate) => put({ baudRate: rate === USUAL ? undefined : Number(rate) })}
          choices={[usual, ...BAUDS.map((value) => ({ value, label: value }))]}
        />
        <Select
          label={t('line.bits')}
          value={frame}
          onChange={(chosen) => put(bitsOf(chosen))}
          choices={[usual, ...FRAMES.map((value) => ({ value, label: value }))]}
        />
      </Row>
      <Row columns={2}>
        <Select
          label={t('line.parity')}
          value={line.parity ?? USUAL}
          onChange={(chosen) => put({ parity: PARITIES.find((each) => each === chosen) })}
          choices={[
            usual,
            ...PARITIES.map((value) => ({ value, label: t(`line.parities.${value}`) })),
          ]}
        />
        <Select
          label={t('line.flow')}
          value={line.flow ?? USUAL}
          onChange={(chosen) => put({ flow: FLOWS.find((each) => each === chosen) })}
          choices={[usual, ...FLOWS.map((value) => ({ value, label: t(`line.flows.${value}`) }))]}
        />
      </Row>
    </>
  );
}

function bitsOf(chosen: string): LineSettings {
  if (chosen === USUAL) return { dataBits: undefined, stopBits: undefined };
  return {
    dataBits: chosen.startsWith('7') ? 7 : 8,
    stopBits: chosen.endsWith('2') ? 2 : 1,
  };
}

/** Settings without what is left as usual; undefined when nothing is set. */
function cleaned(line: LineSettings): LineSettings | undefined {
  const kept = Object.entries(line).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
