import { Button } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useT } from '../i18n/i18n.ts';
import { startTour } from './keys.ts';
import styles from './tour.module.css';
import { useTourOffer } from './tour-offer.ts';

/** Offers the tour once, on the home screen; it covers nothing that is needed and takes no focus. */
export function TourInvitation() {
  const t = useT();
  const [offered, dismiss] = useTourOffer();
  const home = useRouterState({ select: ({ location }) => location.pathname === '/' });
  if (!offered || !home) return null;
  return (
    <aside className={styles.invitation} aria-label={t('shell.tour')}>
      <b>{t('tour.invitation.title')}</b>
      <p className="dimmed">{t('tour.invitation.text')}</p>
      <div className={styles.buttons}>
        <Button variant="subtle" onClick={dismiss}>
          {t('tour.invitation.later')}
        </Button>
        <Button
          onClick={() => {
            dismiss();
            startTour();
          }}
        >
          {t('tour.invitation.start')}
        </Button>
      </div>
    </aside>
  );
}
