import { siteOf } from '#shared/features/operators/rules.ts';
import { FIRST_PROGRAMME } from '#shared/features/rulesets/facts.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { accepted, reason, refused } from '#shared/kernel/decision.ts';
import { sendControl } from '../../devices/simulators/control-socket.ts';
import { renderDemoSheet } from '../../printing/documents/demo-sheet.ts';
import { defineCommands, type PrepareEnv, steps } from '../../station/handlers.ts';
import { analyserScenario } from './analyser.ts';
import { practiceGroups } from './codes.ts';
import { tellSimulated } from './devices.ts';

/** Commands of the demonstration tools; refused in a folder that is not a demo. */
export const demoCommands = defineCommands({
  'demo.renderSheet': steps('demo.renderSheet', {
    prepare: async ({ language }, env) => (isDemo(env) ? drawSheet(env, language) : undefined),
    decide: (_input, ctx, pdf) => {
      if (!siteOf(ctx.read, ctx.station)?.demo) return refused(reason('demo.onlyDemo'));
      return pdf === undefined ? refused(reason('demo.sheetFailed')) : accepted([], { pdf });
    },
  }),
  'demo.tellDevice': steps('demo.tellDevice', {
    prepare: async (input, env) => (isDemo(env) ? tellSimulated(input, env) : undefined),
    decide: (_input, ctx, told) => {
      if (!siteOf(ctx.read, ctx.station)?.demo) return refused(reason('demo.onlyDemo'));
      switch (told) {
        case 'done':
          return accepted([], {});
        case 'silent':
          return refused(reason('demo.deviceSilent'));
        case 'refused':
          return refused(reason('demo.deviceRefused'));
        case undefined:
          return refused(reason('demo.notSimulated'));
        default:
          return assertNever(told);
      }
    },
  }),
  'demo.reportAnalyser': steps('demo.reportAnalyser', {
    prepare: async (_input, env) => (isDemo(env) ? report(env) : undefined),
    decide: (_input, ctx, sent) => {
      if (!siteOf(ctx.read, ctx.station)?.demo) return refused(reason('demo.onlyDemo'));
      if (sent === undefined) return refused(reason('demo.nothingWaits'));
      return sent.ok ? accepted([], sent.counts) : refused(reason('demo.analyserSilent'));
    },
  }),
});

function isDemo({ read, station }: PrepareEnv): boolean {
  return siteOf(read, station)?.demo === true;
}

async function drawSheet(
  { read, now, today }: PrepareEnv,
  language: 'zh-CN' | 'en',
): Promise<string | undefined> {
  const key = language === 'en' ? 'en' : 'zh';
  const groups = practiceGroups(read, today)
    .filter((group) => group.codes.length > 0)
    .map((group) => ({
      title: group.title[key],
      codes: group.codes.map(({ label, scan, kind, wrong }) => ({
        label: label[key],
        scan,
        kind,
        ...(wrong ? { wrong: wrong[key] } : {}),
      })),
    }));
  const drawn = await renderDemoSheet({ groups, createdAt: now, language });
  return drawn.ok ? Buffer.from(drawn.value.pdf).toString('base64') : undefined;
}

async function report({ read, today, now, zone }: PrepareEnv) {
  const scenario = analyserScenario(read, FIRST_PROGRAMME, today, localTimeOf(now, zone));
  const analyser = read
    .all('device')
    .find((row) => row.kind === 'analyser' && row.link.kind === 'serial');
  if (!scenario || !analyser) return undefined;
  const word = { do: 'send', scenario };
  const answer = await sendControl(`${analyser.link.address}.ctl`, word).catch(() => undefined);
  const results = scenario.samples.reduce((sum, sample) => sum + sample.results.length, 0);
  return { ok: answer?.ok === true, counts: { samples: scenario.samples.length, results } };
}
