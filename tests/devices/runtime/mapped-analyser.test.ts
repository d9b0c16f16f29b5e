import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { after, test } from 'node:test';
import { mappingOf } from '#electron/devices/mapping/load.ts';
import { bytesOfNotation } from '#electron/devices/protocols/notation.ts';
import { deviceService } from '#electron/devices/runtime/service.ts';
import type { Station } from '#electron/station/create-station.ts';
import { event } from '#shared/contract/events.ts';
import { labStation, seed } from '#tests/features/laboratory/lab-station.ts';
import { DIN } from '#tests/features/laboratory/world.ts';
import { value } from '#tests/support/station.ts';
import { called } from '../support.ts';
import { until } from './rig.ts';

const PORTS = { 'analyser-hl7': 29_475, 'analyser-poct1a': 29_476 } as const;
type Mapping = keyof typeof PORTS;

const lab = await labStation();
const { core } = lab.station;
const { reader } = core.store;
const proof = { proof: lab.staff.labTech.as() };
value(
  await lab.command(
    'laboratory.receiveSample',
    { din: DIN, kind: 'serology', haemolysis: 'none' },
    proof,
  ),
);

/** An instrument that calls the station; its driver is on trial until it is switched on. */
function registered(mapping: Mapping, serial: string): void {
  const device = { deviceId: mapping, code: serial, kind: 'analyser' as const, name: mapping };
  const address = `127.0.0.1:${PORTS[mapping]}`;
  const link = { kind: 'tcpListen' as const, address };
  const rest = { model: 'SIM', serial, link, profile: `map:${mapping}`, chairId: null };
  seed(lab, [event('equipment.deviceSet', { ...device, ...rest, active: true })]);
}

function switchedOn(mapping: Mapping): void {
  const digest = mappingOf(mapping)?.digest ?? '';
  const approved = { deviceId: mapping, mapping, model: 'SIM', digest, checks: [] };
  seed(lab, [event('equipment.driverApproved', approved)]);
}

let service: Awaited<ReturnType<typeof deviceService>> | undefined;
after(() => service?.stop());

/** Opens the lines, anew where they were open; `act` may stand in for the core's own. */
async function openLines(act: Station['act'] = lab.station.act): Promise<void> {
  await service?.stop();
  const station = { ...lab.station, act };
  service = await deviceService({ station, folder: lab.folder, publish: () => {} });
}

/** The instrument's end of its line: says a message and waits until it has been acknowledged. */
async function calling(mapping: Mapping) {
  const socket: Socket = await called(PORTS[mapping]);
  after(() => socket.destroy());
  let answers = '';
  socket.on('data', (bytes: Buffer) => {
    answers += bytes.toString('latin1');
  });
  const yes = /MSA\|AA\||type_cd V="AA"/g;
  return {
    hangUp: () => socket.destroy(),
    say: async (text: string) => {
      const before = answers.match(yes)?.length ?? 0;
      socket.write(bytesOfNotation(text));
      await until('it is acknowledged', () => (answers.match(yes)?.length ?? 0) > before);
    },
  };
}

interface Told {
  readonly control: string;
  readonly sample?: string;
  readonly isControl?: boolean;
  readonly test?: string;
  readonly value?: string;
  readonly status?: string;
  readonly serial?: string;
}

const SAMPLE = `=${DIN}07`;

function oru({ control, sample = SAMPLE, isControl = false, ...told }: Told): string {
  const { test: code = '5196-1', value: read = 'NEG', status = 'F', serial = 'SIM-IA-1' } = told;
  const head = `MSH|^~\\&|SIM-IA^${serial}|LAB|PP|ST|20261122103000||ORU^R01|${control}|P|2.5.1`;
  const order = `OBR|1||${sample}|IA|||||||${isControl ? 'Q' : ''}`;
  const seen = `OBX|1|ST|${code}||${read}|||N|||${status}|||20261122102930||SIM`;
  return `<VT>${[head, order, seen, 'SID|HBsAg|LOT-1'].join('<CR>')}<CR><FS><CR>`;
}

const results = () => reader.by('result', 'din', DIN);
const values = () => results().map((row) => [row.test, row.value, row.conflict]);
const unmatched = () =>
  reader
    .by('unmatched', 'state', 'open')
    .map((row) => row.sampleText)
    .toSorted();
const runState = (deviceTest: string) =>
  reader.all('labRun').find((run) => run.test === deviceTest)?.state;

test('INV-12 HL7 over TCP: results, controls, repeats, corrections and strangers as over LIS02', async () => {
  registered('analyser-hl7', 'SIM-IA-1');
  switchedOn('analyser-hl7');
  let isBroken = true;
  await openLines((...said) =>
    isBroken
      ? Promise.resolve({ status: 'failed', code: 'station.failed', incident: 'x' })
      : lab.station.act(...said),
  );
  const { say, hangUp } = await calling('analyser-hl7');
  await say(oru({ control: '1' }));
  await until('the core fails', () => core.machine.live('analyser-hl7')?.state === 'lost');
  isBroken = false;
  await say(oru({ control: '2', sample: 'CTRL-NEG', isControl: true }));
  await until('the control is taken', () => runState('HBV') === 'valid');
  assert.deepEqual(values(), []);
  hangUp();
  await openLines();
  await until('what was acknowledged is taken after a restart', () => results().length === 1);
  const line = await calling('analyser-hl7');
  await line.say(oru({ control: '3' }));
  await line.say(oru({ control: '4', sample: '=A99992600099907' }));
  await line.say(oru({ control: '5', test: '99999-9', value: 'POS' }));
  await line.say(oru({ control: '6', serial: 'ANOTHER', value: 'POS' }));
  await until('strangers are listed', () => unmatched().length === 2);
  assert.deepEqual(unmatched(), [SAMPLE, '=A99992600099907']);
  assert.deepEqual(values(), [['HBV', 'nonreactive', false]]);
  await line.say(oru({ control: '7', value: 'POS', status: 'C' }));
  await until('a correction stands beside the first', () => results().length === 2);
  assert.deepEqual(values()[1], ['HBV', 'reactive', true]);
  assert.ok(reader.by('hold', 'target', DIN).some(({ code }) => code === 'duplicateDeviceResult'));
  await line.say(oru({ control: '8', sample: 'CTRL-POS', isControl: true }));
  await until('a control that fails later ends the run', () => runState('HBV') === 'invalid');
  const shown = value(
    await lab.query('equipment.deviceLine', { deviceId: 'analyser-hl7' }, lab.staff.admin.as()),
  );
  assert.ok(shown?.findings.some(({ code }) => code === 'analyser.otherInstrument'));
});

test('INV-12 POCT1-A2 over TCP: nothing on trial, then the result of the sample', async () => {
  registered('analyser-poct1a', 'SIM-RT-1');
  await openLines();
  const [example] = mappingOf('analyser-poct1a')?.mapping.examples ?? [];
  assert.ok(example);
  const converse = async (): Promise<void> => {
    const line = await calling('analyser-poct1a');
    for (const document of example.device) await line.say(document);
    line.hangUp();
  };
  const shown = async () =>
    value(
      await lab.query(
        'equipment.deviceLine',
        { deviceId: 'analyser-poct1a' },
        lab.staff.admin.as(),
      ),
    )?.findings.length;
  await converse();
  await until('it is shown', async () => (await shown()) === 1);
  assert.ok(results().every((row) => row.test !== 'HIV'));
  switchedOn('analyser-poct1a');
  await openLines();
  await converse();
  await until('it is taken', () => results().some((row) => row.test === 'HIV'));
  assert.deepEqual(values().at(-1), ['HIV', 'nonreactive', false]);
});
