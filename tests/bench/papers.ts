import { renderCertificate } from '#electron/printing/documents/certificate.ts';
import { certificateStock } from '#electron/printing/documents/stock.ts';
import { RasterCheck } from '#electron/printing/labels/raster-check.ts';
import { loadLabelStocks } from '#electron/printing/labels/stock.ts';
import { drawUnitLabel } from '#electron/printing/labels/unit-label.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { sampleUnit } from '../printing/labels/samples.ts';
import { type BenchLine, line, timed, timings } from './measure.ts';

const RUNS = 40;

/** A unit label drawn, rendered and every symbol read back at 8 dots/mm, after the first. */
export async function benchLabel(): Promise<BenchLine> {
  const stock = loadLabelStocks().find(
    (one) => one.dotsPerMm === 8 && one.purposes.includes('unit'),
  );
  if (!stock) throw new Error('no unit label stock at 8 dots/mm');
  const check = new RasterCheck();
  await check.warm();
  const once = async (run: number) => {
    const drawn = drawUnitLabel({ ...sampleUnit, volumeMl: 150 + (run % 50) }, stock);
    if (!drawn.ok) throw new Error(drawn.error.code);
    const report = await check.check(drawn.value);
    if (!report.ok) throw new Error('the label did not read back');
  };
  const first = await timed(() => once(0));
  const times: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) times.push(await timed(() => once(run)));
  await check.close();
  const { p50, p95 } = timings(times);
  return line(
    'label with decode check, 8 dots/mm',
    { first, p50, p95 },
    'p95 ≤ 300 ms',
    p95 <= 300,
  );
}

/** A certificate as PDF with its glyph check, after the first. */
export async function benchCertificate(): Promise<BenchLine> {
  const stock = certificateStock();
  if (!stock.ok) throw new Error(stock.error.code);
  const once = async (run: number) => {
    const made = await renderCertificate(
      {
        donorName: '阿布都热依木·买买提伊明',
        donatedOn: '2026-11-22' as CivilDate,
        volumeMl: 400,
        times: 2,
        signedOn: '2026-11-22' as CivilDate,
        issuer: '测试血液中心',
      },
      stock.value,
      {
        variant: 'print',
        createdAt: `2026-11-22T06:00:${String(run % 60).padStart(2, '0')}.000Z`,
        practice: false,
      },
    );
    if (!made.ok) throw new Error(made.error.code);
  };
  const first = await timed(() => once(0));
  const times: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) times.push(await timed(() => once(run)));
  const { p50, p95 } = timings(times);
  return line('certificate', { first, p50, p95 }, 'p95 ≤ 100 ms', p95 <= 100);
}
