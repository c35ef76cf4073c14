import { Button } from '@mantine/core';
import { useFocusTrap } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import styles from './tour.module.css';
import { useTourOffer } from './tour-offer.ts';
import { TOUR_STEPS, type TourStep } from './tour-steps.ts';

const visible = ({ selector }: TourStep): boolean => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;

/** The way through the console in three minutes: over the real screen, step by step, left at any moment. */
export function Part({ onClose }: { readonly onClose: () => void }) {
  const steps = useSteps();
  const [, dismiss] = useTourOffer();
  // Once begun it is not offered again, however it ends.
  const offer = useRef(dismiss);
  useEffect(() => offer.current(), []);
  const close = () => {
    onClose();
    document.getElementById('content')?.focus();
  };
  if (!steps) return null;
  return <Steps steps={steps} onClose={close} />;
}

/** The steps that the home screen has for this person, once it is there. */
function useSteps(): readonly TourStep[] | undefined {
  const go = useNavigate();
  const [steps, setSteps] = useState<readonly TourStep[]>();
  useEffect(() => {
    void go({ to: '/' as never });
    const look = () => {
      if (!document.querySelector('[data-tour=waiting], [data-tour=first]')) return false;
      setSteps(TOUR_STEPS.filter(visible));
      return true;
    };
    if (look()) return;
    const watcher = new MutationObserver(() => look() && watcher.disconnect());
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [go]);
  return steps;
}

function Steps({ steps, onClose }: { readonly steps: readonly TourStep[]; readonly onClose: () => void }) {
  const t = useT();
  const [at, setAt] = useState(0);
  const trap = useFocusTrap(true);
  const box = useRef<HTMLDivElement>(null);
  const step = steps[at];
  useHighlight(step?.selector, box);
  const last = at === steps.length - 1;
  if (!step) return null;
  return (
    <>
      <div className={styles.veil} aria-hidden />
      <div
        ref={box}
        className={styles.card}
        role="dialog"
        aria-modal="true"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      >
        <div ref={trap}>
          <small className="dimmed" role="status">
            {t('tour.progress', { at: at + 1, of: steps.length })}
          </small>
          <h2 id="tour-title">{t(`tour.${step.id}.title`)}</h2>
          <p id="tour-text">{t(`tour.${step.id}.text`)}</p>
          <div className={styles.buttons}>
            <Button variant="subtle" onClick={onClose}>
              {t('tour.skip')}
            </Button>
            {at > 0 && (
              <Button variant="default" onClick={() => setAt(at - 1)}>
                {t('tour.back')}
              </Button>
            )}
            <Button data-autofocus onClick={() => (last ? onClose() : setAt(at + 1))}>
              {t(last ? 'tour.end' : 'tour.next')}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}

const GAP = 12;

/** Lights what the step is about, and puts the card beside it, inside the window. */
function useHighlight(selector: string | undefined, box: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const target = selector ? document.querySelector<HTMLElement>(selector) : null;
    if (!target || !box.current) return;
    const card = box.current;
    target.dataset.tourNow = 'true';
    target.scrollIntoView({ block: 'nearest' });
    const place = () => {
      const there = target.getBoundingClientRect();
      const own = card.getBoundingClientRect();
      const tall = there.height > window.innerHeight / 2;
      const top = tall ? there.top + GAP : there.bottom + GAP;
      const left = tall ? there.right + GAP : there.left;
      const fitsBelow = top + own.height < window.innerHeight;
      card.style.top = `${Math.max(GAP, fitsBelow ? top : there.top - own.height - GAP)}px`;
      card.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - own.width - GAP))}px`;
    };
    place();
    window.addEventListener('resize', place);
    return () => {
      delete target.dataset.tourNow;
      window.removeEventListener('resize', place);
    };
  }, [selector, box]);
}
