import { Loader } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { IconChevronLeft, IconChevronRight } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { PlaceMark, scrollToPlace, ToolButton, useZoom } from './page-tools.tsx';
import styles from './pdf-page.module.css';
import { type PaperPlace, useShownPlace } from './shown-place.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

interface Props {
  readonly bytes: Uint8Array;
  readonly title: string;
  /** Which of its pages are shown; absent: all. */
  readonly pages?: { readonly from: number; readonly to: number } | undefined;
}

/** A page of a PDF, with the place on it that somebody is typing from: the page turns to it, and it is marked. */
export default function PdfPage({ bytes, title, pages: range }: Props) {
  const t = useT();
  const { pdf, error } = usePdf(bytes);
  const place = useShownPlace();
  const [no, setNo] = useState(range?.from ?? 1);
  const { zoom, buttons } = useZoom();
  useEffect(() => {
    if (place) setNo(place.page);
  }, [place]);
  const first = range?.from ?? 1;
  const last = Math.min(range?.to ?? Number.POSITIVE_INFINITY, pdf?.numPages ?? 1);
  const turn = (by: number) => setNo((now) => Math.min(last, Math.max(first, now + by)));
  // They work while one types, too.
  useHotkeys(
    [
      ['alt+PageDown', () => turn(1)],
      ['alt+PageUp', () => turn(-1)],
    ],
    [],
  );
  if (error) return <ProblemNote error={error} />;
  if (!pdf) return <Loader aria-label={t('shell.loading')} />;
  return (
    <figure className={styles.paper} aria-label={title}>
      <div className={`${styles.tools} no-print`}>
        <ToolButton
          label={t('documents.page.previous')}
          disabled={no <= first}
          run={() => turn(-1)}
          icon={<IconChevronLeft size={18} aria-hidden />}
        />
        <span role="status">{t('documents.page.of', { no, of: pdf.numPages })}</span>
        <ToolButton
          label={t('documents.page.next')}
          disabled={no >= last}
          run={() => turn(1)}
          icon={<IconChevronRight size={18} aria-hidden />}
        />
        {buttons}
      </div>
      <Sheet key={no} pdf={pdf} no={no} zoom={zoom} place={place?.page === no ? place : undefined} />
    </figure>
  );
}

function usePdf(bytes: Uint8Array): { readonly pdf?: PDFDocumentProxy; readonly error?: unknown } {
  const [state, setState] = useState<{ readonly pdf?: PDFDocumentProxy; readonly error?: unknown }>({});
  useEffect(() => {
    // What draws it takes the memory for itself: a copy leaves the file whole.
    const task = getDocument({ data: bytes.slice() });
    task.promise.then(
      (pdf) => setState({ pdf }),
      (error: unknown) => setState({ error }),
    );
    return () => {
      void task.destroy();
    };
  }, [bytes]);
  return state;
}

interface SheetProps {
  readonly pdf: PDFDocumentProxy;
  readonly no: number;
  readonly zoom: number;
  readonly place: PaperPlace | undefined;
}

/** One page, drawn as wide as there is room, times the zoom; the place is marked above it. */
function Sheet({ pdf, no, zoom, place }: SheetProps) {
  const t = useT();
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [scale, setScale] = useState(0);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let ended = false;
    const draw = async () => {
      const page = await pdf.getPage(no);
      const [target, room] = [canvas.current, frame.current];
      if (ended || !target || !room) return;
      const width = Math.max(200, room.clientWidth - 2) * zoom;
      const own = width / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: own * window.devicePixelRatio });
      target.width = viewport.width;
      target.height = viewport.height;
      target.style.width = `${width}px`;
      await page.render({ canvas: target, viewport }).promise;
      if (!ended) setScale(own);
    };
    // Who leaves while it is drawn ends what draws it: that is no fault.
    draw().catch((why: unknown) => {
      if (!ended) setError(why);
    });
    return () => {
      ended = true;
    };
  }, [pdf, no, zoom]);
  useEffect(() => {
    if (!place || scale === 0) return;
    scrollToPlace(frame.current, place, scale);
  }, [place, scale]);
  return (
    // A page that is larger than its frame is moved by the arrow keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section ref={frame} className={styles.sheet} tabIndex={0} aria-label={t('documents.page.of', { no, of: pdf.numPages })}>
      <ProblemNote error={error} />
      <canvas ref={canvas} />
      {place && scale > 0 && <PlaceMark place={place} scale={scale} />}
    </section>
  );
}
