import { isDeepStrictEqual } from 'node:util';
import { backDoor } from '../e2e/support/every-screen.ts';
import { type Board, lastingFacts } from '../support/board.ts';
import { type DemoStation, startDemo } from '../support/demo.ts';
import { type BenchLine, line, timings } from './measure.ts';

const KILLS = 5;
const BUDGET_MS = 3000;

/**
 * From the start of a station that was killed in the middle of a draw to its door, and to the first board, which
 * must tell what the last one told.
 */
export async function benchBoard(): Promise<BenchLine> {
  let demo = await startDemo();
  const [doors, boards]: [number[], number[]] = [[], []];
  let wrong = 0;
  try {
    let before = await boardOf(demo);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await demo.stop('SIGKILL');
      const started = performance.now();
      demo = await demo.restart();
      doors.push(performance.now() - started);
      const first = await boardOf(demo);
      boards.push(performance.now() - started);
      if (!isDeepStrictEqual(lastingFacts(first), lastingFacts(before))) wrong += 1;
      before = first;
    }
  } finally {
    await demo.stop();
    demo.remove();
  }
  const [door, board] = [timings(doors), timings(boards)];
  const figures = { doorP50: door.p50, boardP50: board.p50, boardP95: board.p95, wrong };
  const goal = 'the board is right within 3000 ms of the start after a kill (p50)';
  return line('board after a kill', figures, goal, wrong === 0 && board.p50 <= BUDGET_MS);
}

async function boardOf(demo: DemoStation): Promise<Board> {
  const back = await backDoor(demo);
  try {
    return await back.ask('nurse', 'collection.board', {});
  } finally {
    back.close();
  }
}
