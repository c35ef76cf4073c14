import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { PlaceMark, scrollToPlace, useZoom } from './page-tools.tsx';
import styles from './pdf-page.module.css';
import { useShownPlace } from './shown-place.ts';

interface Props {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Asks for a link to it. */
  readonly link: () => Promise<{ readonly url: string }>;
}

/** Points of a picture's pixel: browsers show 96 to the inch. */
const POINTS = 0.75;

/** A photo or a picture of a page, as wide as there is room, with the place on it that somebody is typing from. */
export function PhotoPage({ id, fileName, contentType, link }: Props) {
  const t = useT();
  const { data, error } = useQuery({
    queryKey: ['paper', id],
    queryFn: async ({ signal }) => {
      const { url } = await link();
      const answer = await fetch(url, { signal });
      if (!answer.ok) throw new Error(`The file's store answered ${answer.status}.`);
      return URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: contentType }));
    },
    // A file never changes, and its blob is good while the page is open.
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  });
  const place = useShownPlace();
  const { zoom, buttons } = useZoom();
  const frame = useRef<HTMLElement>(null);
  const [size, setSize] = useState<{ readonly room: number; readonly pixels: number }>();
  const width = (size?.room ?? 0) * zoom;
  const scale = size ? width / (size.pixels * POINTS) : 0;
  useEffect(() => {
    if (place && scale > 0) scrollToPlace(frame.current, place, scale);
  }, [place, scale]);
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Loader aria-label={t('shell.loading')} />;
  return (
    <figure className={styles.paper} aria-label={fileName}>
      <div className={`${styles.tools} no-print`}>{buttons}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section ref={frame} className={styles.sheet} tabIndex={0} aria-label={t('documents.page.of', { no: 1, of: 1 })}>
        <img
          src={data}
          alt={fileName}
          style={size ? { width, maxWidth: 'none', display: 'block' } : { maxWidth: '100%' }}
          onLoad={({ currentTarget: { naturalWidth } }) =>
            setSize({ room: Math.max(200, (frame.current?.clientWidth ?? 0) - 2), pixels: Math.max(1, naturalWidth) })
          }
        />
        {place && scale > 0 && <PlaceMark place={place} scale={scale} />}
      </section>
    </figure>
  );
}
