import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOffer } from '../../areas/use-offer.ts';
import { useT } from '../../i18n/i18n.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './settings.module.css';

/** Ways to every part of the settings that the person may see. */
export function SettingsTabs() {
  const t = useT();
  const { settings } = useOffer();
  const ref = useRef<HTMLElement>(null);
  // On a narrow page the part that one is in may lie beyond its edge.
  useEffect(() => {
    // It answers with a promise in newer browsers, which is no way to clean up.
    void ref.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  return (
    <nav ref={ref} aria-label={t('settings.parts.label')} className={`${styles.tabs} no-print`}>
      {settings.map(({ id, to }) => (
        <Link key={id} to={to as never} className={styles.tab} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`settings.parts.${id}` as 'settings.parts.company')}
        </Link>
      ))}
    </nav>
  );
}

/** A list of the settings: it has a heading of its own. */
export function SettingsList({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.page}>
      <SettingsTabs />
      <div className={styles.list}>{children}</div>
    </div>
  );
}

interface Props {
  /** As the module's `screens.ts` calls it. */
  readonly part: string;
  /** What this part is for, in a sentence. */
  readonly text: string;
  readonly error?: unknown;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the settings: where it is among the others, what it is for. */
export function SettingsPage({ part, text, error, actions, children }: Props) {
  const t = useT();
  const title = t(`settings.parts.${part}` as 'settings.parts.company');
  useTitle(title);
  return (
    <div className={styles.page}>
      <SettingsTabs />
      <div className={styles.body}>
        <header>
          <div className={styles.head}>
            <h1>{title}</h1>
            {actions}
          </div>
          <p className="dimmed">{text}</p>
        </header>
        <ProblemNote error={error} />
        {children}
      </div>
    </div>
  );
}
