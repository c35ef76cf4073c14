import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { IconMinus, IconPlus } from '../../ui/icons.ts';
import styles from './pdf-page.module.css';
import type { PaperPlace } from './shown-place.ts';

/** Points around a place that are seen with it. */
const AROUND = 24;
const ZOOMS = [1, 1.5, 2, 3] as const;

export function ToolButton({ label, disabled, run, icon }: { label: string; disabled: boolean; run: () => void; icon: ReactNode }) {
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={run}>
      {icon}
    </ActionIcon>
  );
}

/** How much larger than its frame a page is shown, and the buttons for it: they work by keys while one types, too. */
export function useZoom(): { readonly zoom: number; readonly buttons: ReactNode } {
  const t = useT();
  const [at, setAt] = useState(0);
  const magnify = (by: number) => setAt((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + by)));
  useHotkeys(
    [
      ['alt+Plus', () => magnify(1)],
      ['alt+Minus', () => magnify(-1)],
    ],
    [],
  );
  const buttons = (
    <>
      <ToolButton
        label={t('documents.page.smaller')}
        disabled={at === 0}
        run={() => magnify(-1)}
        icon={<IconMinus size={18} aria-hidden />}
      />
      <ToolButton
        label={t('documents.page.larger')}
        disabled={at === ZOOMS.length - 1}
        run={() => magnify(1)}
        icon={<IconPlus size={18} aria-hidden />}
      />
    </>
  );
  return { zoom: ZOOMS[at] ?? 1, buttons };
}

/** Moves a frame to a place on its page. @param scale pixels a point. */
export const scrollToPlace = (frame: HTMLElement | null, { x, y }: PaperPlace, scale: number): void =>
  frame?.scrollTo({ left: (x - AROUND) * scale, top: (y - 4 * AROUND) * scale, behavior: 'instant' });

/** A place on a page, marked above it. */
export const PlaceMark = ({ place: { x, y, width, height }, scale }: { readonly place: PaperPlace; readonly scale: number }) => (
  <span
    className={styles.mark}
    data-mark
    style={{ left: (x - 3) * scale, top: (y - 3) * scale, width: (width + 6) * scale, height: (height + 6) * scale }}
  />
);
