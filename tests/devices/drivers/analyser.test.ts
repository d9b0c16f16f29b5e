import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { AnalyserDriverEvent } from '#electron/devices/drivers/analyser.ts';
import { AnalyserDriver } from '#electron/devices/drivers/analyser.ts';
import type { AnalyserFrame } from '#electron/devices/drivers/analyser-messages.ts';
import {
  MAX_MESSAGE_BYTES,
  MessageAssembler,
} from '#electron/devices/drivers/analyser-messages.ts';
import { answerToQuery } from '#electron/devices/drivers/analyser-queries.ts';
import type { AnalyserReport } from '#electron/devices/drivers/analyser-results.ts';
import { instrumentTime } from '#electron/devices/drivers/analyser-results.ts';
import { decodeLis01Frame, encodeLis01Frame } from '#electron/devices/protocols/lis01-frame.ts';
import type { AnalyserScenario } from '#electron/devices/simulators/analyser-scenario.ts';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import type { RunningSimulator } from '#electron/devices/simulators/start.ts';
import { startAnalyserSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import { systemTimers } from '#electron/devices/timers.ts';
import { ascii } from '../protocols/support.ts';
import { freshFolder, serialAt, settle, until, WireOpener } from '../support.ts';

const running: RunningSimulator[] = [];
after(() => Promise.all(running.map(stopSimulator)));

const scenario: AnalyserScenario = {
  runId: 'RUN-7',
  time: '20261122103000',
  samples: [
    {
      sampleId: 'QC-POS',
      control: true,
      results: [{ analyte: 'HBsAg', value: '5.2', unit: 'S/CO', lot: 'L77' }],
    },
    {
      sampleId: 'A999926000001',
      results: [
        { analyte: 'HBsAg', value: '0.12', unit: 'S/CO', lot: 'L77', comment: '标本轻度溶血' },
        { analyte: 'ABO', value: 'A', lot: 'G1', replicate: 2, flag: '' },
      ],
    },
  ],
};

class Store {
  readonly frames: AnalyserFrame[] = [];
  readonly reports: AnalyserReport[] = [];
  readonly events: AnalyserDriverEvent[] = [];

  driver(
    line: string | WireOpener,
    store?: (id: string) => Promise<string> | string,
    uninterpreted: readonly AnalyserFrame[] = [],
  ): AnalyserDriver {
    const driver = new AnalyserDriver({
      link: {
        opener: typeof line === 'string' ? serialAt(line) : line,
        timers: systemTimers,
        firstDelayMs: 20,
      },
      encoding: 'gb18030',
      utcOffsetMinutes: 480,
      uninterpreted,
      store: (frame) => {
        const id = `f${this.frames.length + 1}`;
        this.frames.push({ ...frame, id });
        return store?.(id) ?? id;
      },
      interpret: (report) => {
        this.reports.push(report);
      },
      answer: (samples) =>
        answerToQuery(samples, (sample) => (sample === 'S1' ? ['HBsAg', 'HCV'] : undefined)),
      onEvent: (event) => this.events.push(event),
    });
    driver.start();
    return driver;
  }
}

async function analyser(): Promise<RunningSimulator> {
  const simulator = await startAnalyserSimulator({ link: join(freshFolder(), 'an'), maxText: 60 });
  running.push(simulator);
  return simulator;
}

const open = (store: Store) =>
  until(
    () => store.events.some((e) => e.kind === 'link' && e.report.state === 'open'),
    'link open',
  );

describe('analyser driver on a real pseudo-terminal', () => {
  it('gives typed results with Chinese text, controls and the frames they came in', async () => {
    const simulator = await analyser();
    const store = new Store();
    const driver = store.driver(simulator.path);
    await open(store);
    await sendControl(simulator.control, { do: 'send', scenario });
    await until(() => store.reports.length === 1, 'report');
    await driver.stop();
    const [report] = store.reports;
    assert.deepEqual(report?.instrument, {
      name: '模拟分析仪',
      serial: 'SIM-AN-1',
      version: '1.0',
    });
    assert.equal(report?.runId, 'RUN-7');
    assert.deepEqual(
      report?.rawFrameIds,
      store.frames.map((frame) => frame.id),
    );
    assert.ok(store.frames.length > 4);
    assert.deepEqual(report?.results[1], {
      sampleId: 'A999926000001',
      material: 'sample',
      analyte: 'HBsAg',
      replicate: 1,
      value: '0.12',
      unit: 'S/CO',
      flag: 'N',
      status: 'F',
      reagentLot: 'L77',
      operator: 'SIM',
      measuredAt: '2026-11-22T02:30:00.000Z',
      comments: ['标本轻度溶血'],
      key: 'SIM-AN-1/RUN-7/A999926000001/HBsAg/1',
    });
    assert.equal(report?.results[0]?.material, 'control');
    assert.equal(report?.results[2]?.replicate, 2);
  });

  it('takes each frame once although frames come damaged and doubled', async () => {
    const simulator = await analyser();
    const store = new Store();
    const driver = store.driver(simulator.path);
    await open(store);
    await sendControl(simulator.control, { do: 'damage', frames: 3 });
    await sendControl(simulator.control, { do: 'double', frames: 2 });
    await sendControl(simulator.control, { do: 'send', scenario });
    await until(() => store.reports.length === 1, 'report');
    await driver.stop();
    const raws = store.frames.map((frame) => String(frame.raw));
    assert.equal(new Set(raws).size, raws.length);
    assert.equal(store.events.filter((event) => event.kind === 'defective').length, 3);
    assert.equal(store.events.filter((event) => event.kind === 'repeat').length, 2);
    assert.equal(store.reports[0]?.results.length, 3);
  });

  it('interprets after a restart what was stored before the station died', async () => {
    const simulator = await analyser();
    const store = new Store();
    // The last frame (with the terminator record) is stored, and the process dies before ACK.
    const dying = store.driver(simulator.path, (id) => {
      const { raw } = store.frames.at(-1)!;
      return String.fromCharCode(...raw).includes('L|1|N') ? new Promise(() => {}) : id;
    });
    await open(store);
    await sendControl(simulator.control, { do: 'send', scenario });
    const stored = () =>
      store.frames.some((frame) => String.fromCharCode(...frame.raw).includes('L|1|N'));
    await until(stored, 'last frame');
    void dying.stop();
    assert.equal(store.reports.length, 0);
    const driver = store.driver(simulator.path, undefined, [...store.frames]);
    await until(() => store.reports.length === 1, 'report from stored frames');
    await driver.stop();
    assert.equal(store.reports[0]?.results.length, 3);
  });
});

describe('analyser driver', () => {
  const frame = (number: number, text: string, last = true): Uint8Array =>
    encodeLis01Frame({ number, text: ascii(text), last });

  it('says ACK only after the frame is stored and NAK when it is not', async () => {
    const opener = new WireOpener();
    const store = new Store();
    let settleStore: { keep: (id: string) => void; lose: (why: Error) => void } | undefined;
    const driver = store.driver(
      opener,
      () => new Promise((keep, lose) => (settleStore = { keep, lose })),
    );
    await settle();
    opener.listener?.bytes(Uint8Array.of(5));
    opener.listener?.bytes(frame(1, 'H|\\^&\r'));
    await settle();
    assert.deepEqual(
      opener.written.map((bytes) => [...bytes]),
      [[6]],
    );
    settleStore?.lose(new Error('disk full'));
    await settle();
    assert.deepEqual([...opener.written.at(-1)!], [0x15]);
    opener.listener?.bytes(frame(1, 'H|\\^&\r'));
    await settle();
    settleStore?.keep('f2');
    await settle();
    assert.deepEqual([...opener.written.at(-1)!], [6]);
    await driver.stop();
  });

  it('answers a query with the open tests of the samples, once the line is free', async () => {
    const opener = new WireOpener();
    const store = new Store();
    const driver = store.driver(opener);
    await settle();
    const query = ['H|\\^&\rQ|1|^S1\\^S2||ALL\rL|1|N\r'];
    const bytes = (part: Uint8Array) => opener.listener?.bytes(part);
    bytes(Uint8Array.of(5));
    for (const [at, text] of query.entries()) bytes(frame(at + 1, text));
    await settle();
    assert.deepEqual([...opener.written.at(-1)!], [6], 'nothing is said before the line is free');
    bytes(Uint8Array.of(4));
    await settle();
    assert.deepEqual([...opener.written.at(-1)!], [5]);
    bytes(Uint8Array.of(6));
    await settle();
    const answer = decodeLis01Frame(opener.written.at(-1)!);
    assert.ok(answer.ok);
    assert.equal(
      Buffer.from(answer.value.text).toString(),
      'H|\\^&|||PlasmaPoint\rP|1\rO|1|S1||^^^HBsAg\\^^^HCV|R||||||N||||||||||||||O\rL|1|N\r',
    );
    bytes(Uint8Array.of(6));
    await settle();
    assert.deepEqual([...opener.written.at(-1)!], [4]);
    await driver.stop();
    assert.deepEqual(answerToQuery(['S2'], () => undefined).at(-1), 'L|1|I\r');
  });

  it('shows no value of a message that was left unfinished', async () => {
    const opener = new WireOpener();
    const store = new Store();
    const driver = store.driver(opener);
    await settle();
    opener.listener?.bytes(Uint8Array.of(5));
    opener.listener?.bytes(frame(1, 'H|\\^&\rP|1\rO|1|A\rR|1|^^^HBsAg|0.1\r', false));
    await settle();
    opener.listener?.bytes(Uint8Array.of(4));
    await settle();
    await driver.stop();
    assert.deepEqual(store.reports, []);
    const fault = store.events.find((event) => event.kind === 'fault');
    assert.equal(fault?.kind === 'fault' && fault.code, 'analyser.unfinishedMessage');
  });

  it('assembles one record in each ETX frame, and two transfers apart', () => {
    const assembler = new MessageAssembler();
    const take = (id: string, text: string, startsTransfer = false) =>
      assembler.take({ id, raw: frame(1, text), startsTransfer })?.frameIds;
    assert.equal(take('1', 'H|\\^&\r', true), undefined);
    assert.equal(take('2', 'H|\\^&\r', true), undefined);
    assert.equal(take('3', 'P|1\r'), undefined);
    assert.deepEqual(take('4', 'L|1|N\r'), ['2', '3', '4']);
    assert.equal(assembler.open, false);
  });

  it('drops a message that never ends instead of filling the memory', () => {
    const assembler = new MessageAssembler();
    const raw = frame(1, 'A'.repeat(60_000), false);
    for (let id = 0; id * 60_000 <= MAX_MESSAGE_BYTES; id += 1)
      assembler.take({ id: String(id), raw, startsTransfer: false });
    assert.equal(assembler.open, false);
  });

  it('reads the instrument’s clock and refuses what is no time', () => {
    assert.equal(instrumentTime('20261122103000', 480), '2026-11-22T02:30:00.000Z');
    assert.equal(instrumentTime('20261122', 0), '2026-11-22T00:00:00.000Z');
    for (const wrong of ['', '2026', '20260231', '20261122250000', '2026112210300x'])
      assert.equal(instrumentTime(wrong, 0), '');
  });
});
