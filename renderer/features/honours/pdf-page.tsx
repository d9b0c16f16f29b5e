import {
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '#renderer/ui/cx.ts';
import { ErrorState } from '#renderer/ui/states.tsx';
import styles from './honours.module.css';

type Reader = typeof import('pdfjs-dist');

/** The PDF reader, and a promise that rejects when its worker cannot be loaded. */
type Loaded = { readonly library: Reader; readonly broken: Promise<never> };

let reader: Promise<Loaded> | undefined;

/** The PDF reader with its worker, loaded when the first paper is shown; after a fault, anew. */
function loadReader(): Promise<Loaded> {
  reader ??= import('pdfjs-dist').then((library) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
    library.GlobalWorkerOptions.workerPort = worker;
    const broken = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', () => {
        reader = undefined;
        reject(new Error('the reader of PDFs did not load'));
      });
    });
    broken.catch(() => undefined);
    return { library, broken };
  });
  return reader;
}

async function draw(canvas: HTMLCanvasElement, base64: string, wide: number): Promise<void> {
  const { library, broken } = await loadReader();
  const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  // Glyphs are drawn as outlines of the embedded font: what is seen is what the file holds.
  const task = library.getDocument({ data, disableFontFace: true, useSystemFonts: false });
  const document = await Promise.race([task.promise, broken]);
  try {
    const page = await document.getPage(1);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: wide / natural.width });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport }).promise;
  } finally {
    await task.destroy();
  }
}

/** CSS pixels of a millimetre at true size. */
const PX_PER_MM = 96 / 25.4;

const SCROLLS = { tabIndex: 0 };

/** The table on which a paper lies; it scrolls, so it also takes the keyboard (WCAG 2.1.1). */
export function Stage(props: {
  children: ReactNode;
  place?: RefObject<HTMLDivElement | null>;
}): ReactElement {
  const { t } = useTranslation('honours');
  return (
    <section className={styles['stage']} aria-label={t('preview.stage')} {...SCROLLS}>
      <div ref={props.place} className={styles['table']}>
        {props.children}
      </div>
    </section>
  );
}

/** The first page of a PDF at its true size, or as wide as there is room. */
export function PdfPage(props: {
  pdf: string;
  label: string;
  widthMm: number;
  /** Fits it into the height as well; a long plain paper scrolls instead. */
  fits?: boolean;
}): ReactElement {
  const { t } = useTranslation('honours');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'drawing' | 'shown' | 'failed'>('drawing');
  const { pdf, widthMm } = props;
  useEffect(() => {
    const place = canvas.current;
    if (place === null) return;
    let isCurrent = true;
    // Drawn aside first: a second paper never mixes with the first on one canvas.
    const page = document.createElement('canvas');
    draw(page, pdf, Math.round(widthMm * PX_PER_MM * 2)).then(
      () => {
        if (!isCurrent) return;
        place.width = page.width;
        place.height = page.height;
        place.getContext('2d')?.drawImage(page, 0, 0);
        setState('shown');
      },
      () => isCurrent && setState('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [pdf, widthMm]);
  return (
    <>
      {state === 'failed' ? (
        <ErrorState
          title={t('preview.failed')}
          safe={t('preview.failedSafe')}
          todo={t('preview.failedTodo')}
          code="PDF-VIEW"
        />
      ) : null}
      <canvas
        ref={canvas}
        className={cx(styles['page'], props.fits && styles['fits'])}
        role="img"
        aria-label={props.label}
        aria-busy={state === 'drawing'}
        data-state={state}
        hidden={state === 'failed'}
      />
    </>
  );
}
