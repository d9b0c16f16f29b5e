import {
  type Dispatch,
  type PointerEvent,
  type ReactElement,
  type SetStateAction,
  useRef,
} from 'react';
import styles from './visits.module.css';

export type Stroke = readonly string[];

/** Strokes as SVG path data, `M10 10L12 14…`; empty before anything but a point was drawn. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => `M${stroke.join('L')}`)
    .join('');
}

/** The last stroke one point longer; a point that did not move adds nothing. */
function extended(strokes: readonly Stroke[], point: string): readonly Stroke[] {
  const last = strokes.at(-1);
  if (last === undefined || last.at(-1) === point) return strokes;
  return [...strokes.slice(0, -1), [...last, point]];
}

/** A box to write one's name in with pen, finger or mouse. Whole pixels; nothing is smoothed. */
export function SignaturePad(props: {
  label: string;
  strokes: readonly Stroke[];
  onChange: Dispatch<SetStateAction<readonly Stroke[]>>;
}): ReactElement {
  const drawing = useRef(false);
  const pointOf = (event: PointerEvent<SVGSVGElement>): string => {
    const box = event.currentTarget.getBoundingClientRect();
    return `${Math.round(event.clientX - box.left)} ${Math.round(event.clientY - box.top)}`;
  };
  const { strokes, onChange } = props;
  return (
    <svg
      className={styles['pad']}
      role="img"
      aria-label={props.label}
      onPointerDown={(event) => {
        drawing.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        const point = pointOf(event);
        onChange((before) => [...before, [point]]);
      }}
      onPointerMove={(event) => {
        if (!drawing.current) return;
        const point = pointOf(event);
        onChange((before) => extended(before, point));
      }}
      onPointerUp={() => {
        drawing.current = false;
      }}
    >
      <path d={pathOf(strokes)} />
    </svg>
  );
}
