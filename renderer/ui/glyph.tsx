import type { ReactElement } from 'react';
import { assertNever } from '#shared/kernel/assert-never.ts';
import styles from './glyph.module.css';

/** States said by shape: readable without colour and in print (mockups, part 5). */
export type GlyphShape =
  | 'tick'
  | 'tickOpen'
  | 'half'
  | 'arrow'
  | 'dashed'
  | 'dash'
  | 'hold'
  | 'triangle'
  | 'octagon'
  | 'info'
  | 'star';

const inner = { stroke: 'var(--gi)', strokeWidth: 1.9, strokeLinecap: 'round' } as const;
const ring = { cx: 9, cy: 9, r: 7.3, fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };
const line = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round' } as const;

function paths(shape: GlyphShape): ReactElement {
  switch (shape) {
    case 'tick':
      return (
        <>
          <circle cx="9" cy="9" r="8.2" fill="currentColor" />
          <path d="M5 9.4l2.7 2.7L13 6.6" fill="none" {...inner} strokeLinejoin="round" />
        </>
      );
    case 'tickOpen':
      return (
        <>
          <circle {...ring} />
          <path d="M5.4 9.3l2.5 2.5 4.8-5" {...line} strokeWidth={1.8} strokeLinejoin="round" />
        </>
      );
    case 'half':
      return (
        <>
          <circle {...ring} />
          <path d="M9 3.6a5.4 5.4 0 0 1 0 10.8z" fill="currentColor" />
        </>
      );
    case 'arrow':
      return (
        <>
          <circle {...ring} />
          <path d="M5.4 9h7M9.6 6l3 3-3 3" {...line} strokeWidth={1.7} strokeLinejoin="round" />
        </>
      );
    case 'dashed':
      return <circle {...ring} strokeDasharray="3 2.7" />;
    case 'dash':
      return (
        <>
          <circle {...ring} />
          <path d="M5.5 9h7" {...line} strokeWidth={1.8} />
        </>
      );
    case 'hold':
      return (
        <>
          <path d="M9 .8L17.2 9 9 17.2.8 9z" fill="none" stroke="currentColor" strokeWidth={1.7} />
          <path d="M7.2 6.4v5.2M10.8 6.4v5.2" {...line} strokeWidth={1.8} />
        </>
      );
    case 'triangle':
      return (
        <>
          <path d="M9 1.2L17.4 16.4H.6z" fill="currentColor" />
          <path d="M9 6.4v4.6" {...inner} />
          <circle cx="9" cy="13.6" r="1.1" fill="var(--gi)" />
        </>
      );
    case 'octagon':
      return (
        <>
          <path d="M5.6.8h6.8l4.8 4.8v6.8l-4.8 4.8H5.6L.8 12.4V5.6z" fill="currentColor" />
          <path d="M6 6l6 6M12 6l-6 6" {...inner} />
        </>
      );
    case 'info':
      return (
        <>
          <rect x="1" y="1" width="16" height="16" rx="3" {...line} strokeWidth={1.6} />
          <path d="M9 8v4.6" {...line} strokeWidth={1.8} />
          <circle cx="9" cy="5.2" r="1.1" fill="currentColor" />
        </>
      );
    case 'star':
      return (
        <path
          d="M9 1l2.4 5 5.4.7-4 3.8 1 5.4L9 13.3l-4.8 2.6 1-5.4-4-3.8 5.4-.7z"
          {...line}
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      );
    default:
      return assertNever(shape);
  }
}

/** One status shape, 18 px unless told; always beside the word it stands for. */
export function Glyph({ shape, size = 18 }: { shape: GlyphShape; size?: number }): ReactElement {
  return (
    <svg className={styles['glyph']} viewBox="0 0 18 18" width={size} height={size} aria-hidden>
      {paths(shape)}
    </svg>
  );
}
