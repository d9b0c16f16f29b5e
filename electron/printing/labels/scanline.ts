import { type Bitmap, blankBitmap, setDot } from './bitmap.ts';

/** One command of a font outline, in font units, y upwards. */
export interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

export type Point = readonly [x: number, y: number];
/** A closed contour in dots, y downwards. */
export type Polyline = readonly Point[];

const CURVE_STEPS = 8;

/** Turns an outline into closed contours of straight lines, scaled and moved to (x, y) in dots. */
export function flatten(
  commands: readonly PathCommand[],
  scale: number,
  x: number,
  y: number,
): Polyline[] {
  const contours: Point[][] = [];
  let open: Point[] = [];
  for (const { command, args } of commands) {
    const points = pairs(args, (px, py) => [x + px * scale, y - py * scale]);
    if (command === 'moveTo') {
      open = [...points];
      contours.push(open);
    } else if (command === 'lineTo') open.push(...points);
    else if (command !== 'closePath') bend(open, points);
  }
  return contours.filter((contour) => contour.length > 2);
}

function pairs(args: readonly number[], map: (x: number, y: number) => Point): Point[] {
  return Array.from({ length: args.length / 2 }, (_, i) =>
    map(args[2 * i] ?? 0, args[2 * i + 1] ?? 0),
  );
}

/** Adds a Bézier curve of any degree from the last point (de Casteljau). */
function bend(open: Point[], control: readonly Point[]): void {
  const start = open.at(-1);
  if (!start) return;
  for (let step = 1; step <= CURVE_STEPS; step += 1) {
    const t = step / CURVE_STEPS;
    let level: Point[] = [start, ...control];
    while (level.length > 1)
      level = level.slice(1).map((end, i) => between(level[i] ?? end, end, t));
    open.push(level[0] ?? start);
  }
}

function between(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

interface Frame {
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
}

const SUBROWS = 4;
// A little under one half keeps the thin horizontal strokes of small Chinese characters whole.
const THRESHOLD = 0.42;

/** Fills contours by the non-zero winding rule; a dot is black from 42 % coverage on. */
export function fillOutline(lines: readonly Polyline[], frame: Frame): Bitmap {
  const bitmap = blankBitmap(frame.width, frame.height);
  const edges = lines.flatMap((line) =>
    line.map((from, i) => [from, line[(i + 1) % line.length] ?? from] as const),
  );
  for (let row = 0; row < frame.height; row += 1) {
    const cover = new Float64Array(frame.width);
    const top = frame.offsetY + row;
    const near = edges.filter(
      ([a, b]) => Math.max(a[1], b[1]) > top && Math.min(a[1], b[1]) <= top + 1,
    );
    for (let sub = 0; sub < SUBROWS; sub += 1) {
      for (const [from, to] of spansAt(near, top + (sub + 0.5) / SUBROWS))
        addCover(cover, from - frame.offsetX, to - frame.offsetX);
    }
    cover.forEach((sum, x) => {
      if (sum / SUBROWS >= THRESHOLD) setDot(bitmap, x, row, true);
    });
  }
  return bitmap;
}

function spansAt(edges: readonly (readonly [Point, Point])[], y: number): Point[] {
  const crossings = edges.flatMap(([a, b]): Point[] => {
    if (a[1] <= y === b[1] <= y) return [];
    return [[a[0] + ((y - a[1]) * (b[0] - a[0])) / (b[1] - a[1]), a[1] <= y ? 1 : -1]];
  });
  crossings.sort((a, b) => a[0] - b[0]);
  const spans: Point[] = [];
  let winding = 0;
  for (const [i, [x, turn]] of crossings.entries()) {
    winding += turn;
    const next = crossings[i + 1];
    if (winding !== 0 && next) spans.push([x, next[0]]);
  }
  return spans;
}

function addCover(cover: Float64Array, from: number, to: number): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(cover.length, to); x += 1)
    cover[x] = (cover[x] ?? 0) + Math.max(0, Math.min(x + 1, to) - Math.max(x, from));
}
