import { parentPort } from 'node:worker_threads';
import { compareLabel } from './compare.ts';
import { encodeGreyPng } from './png.ts';
import { labelProblem } from './problems.ts';
import type { RasterAnswer, RasterQuestion } from './raster-check.ts';
import { readSymbols, renderZpl, withDeadDots } from './rasteriser.ts';

async function check(question: RasterQuestion): Promise<RasterAnswer> {
  const { id, zpl, expected, deadDots } = question;
  const rendered = await renderZpl(zpl, expected);
  if (!rendered) return { id, problems: [labelProblem('labels.notRendered', '')], read: [] };
  const image = withDeadDots(rendered, deadDots);
  const png = encodeGreyPng(image);
  const read = await readSymbols(png);
  const problems = compareLabel(image, read, expected);
  return { id, problems, read: read.map((symbol) => symbol.text), png };
}

parentPort?.on('message', (question: RasterQuestion) => {
  check(question).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => {
      const problems = [labelProblem('labels.checkFailed', String(error))];
      parentPort?.postMessage({ id: question.id, problems, read: [] } satisfies RasterAnswer);
    },
  );
});
