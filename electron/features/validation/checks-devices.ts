import { classify } from '#shared/codes/classify.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { canonicalText } from '../../db/canonical.ts';
import { type CheckInput, found, type Looked } from './check.ts';

const activeDevices = ({ env }: CheckInput) => env.read.all('device').filter((row) => row.active);

/** OQ: every device in use opens its port, connection or queue; label printers print a test label. */
export async function devices(input: CheckInput): Looked {
  const { machine, now, zone, today } = input.env;
  const evidence = [];
  // One after the other: two devices may share a line or a printer.
  for (const device of activeDevices(input)) {
    const { ok, detail } = await machine.testDevice(device, `${today} ${localTimeOf(now, zone)}`);
    evidence.push(found(`device.${device.kind}`, `${device.code} ${detail}`, ok));
  }
  return evidence.length > 0 ? evidence : [found('devices', 'none', false)];
}

/** OQ: since the run began, the test label of each label printer was scanned back. */
export async function labels(input: CheckInput): Looked {
  const printers = activeDevices(input).filter((row) => row.kind === 'labelPrinter');
  if (printers.length === 0) return [found('labelPrinters', 'none', false)];
  return printers.map((row) => {
    const at = row.labelReadAt ?? 'never';
    return found(
      'labelRead',
      `${row.code} ${at}`,
      row.labelReadAt !== null && at > input.run.startedAt,
    );
  });
}

/** OQ: every code of the test sheet was read as what it is, and nothing else was read. */
export async function scanner({ run, scanned }: CheckInput): Looked {
  const meaning = (raw: string) => canonicalText(classify(raw).tokens);
  const wanted = run.protocol.testCodes;
  const meanings = scanned.map(meaning);
  const others = meanings.filter((read) => !wanted.some(({ text }) => meaning(text) === read));
  return [
    ...wanted.map(({ id, symbol, text }) => {
      const times = meanings.filter((read) => read === meaning(text)).length;
      return found(`code.${symbol}`, `${id} × ${times}`, times > 0);
    }),
    found('otherReadings', others.length, others.length === 0),
  ];
}
