import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { UnreadBadge } from '../notes/unread-badge.tsx';
import { usePreferences } from '../preferences/store.ts';
import { setRail, useFollowing } from '../preferences/sync.ts';
import { followAccess } from '../session/admission.tsx';
import { usePerson } from '../session/session.ts';
import { IconKeyboard, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMenu2 } from '../ui/icons.ts';
import { Logo } from '../ui/logo.tsx';
import { AccountButton } from './account-button.tsx';
import { CompanyGate } from './company-gate.tsx';
import { FavouriteButton } from './favourite-button.tsx';
import { openShortcuts } from './keys.ts';
import { LazyOverlays } from './lazy-overlays.tsx';
import { MenuRail } from './menu-rail.tsx';
import { Navigation } from './navigation.tsx';
import { PageProgress } from './page-progress.tsx';
import { SearchButton } from './search-button.tsx';
import styles from './shell.module.css';
import { ShellKeys } from './shell-keys.tsx';
import { TourInvitation } from './tour-invitation.tsx';

const MenuDrawer = lazy(() => import('./menu-drawer.tsx'));

/** The frame around every screen: menu, search, account. */
export function Shell() {
  const t = useT();
  const person = usePerson();
  useEffect(() => followAccess(person), [person]);
  useFollowing();
  const narrow = useMediaQuery('(max-width: 900px)') ?? false;
  const rail = useRail() && !narrow;
  const [menu, setMenu] = useState<OpenMenu>();
  return (
    <div className={styles.frame} data-rail={rail || undefined}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <header className={`${styles.bar} bar`}>
        {narrow && (
          <ActionIcon onClick={() => setMenu({})} aria-label={t('shell.menu')} data-tour="menu">
            <IconMenu2 size={20} />
          </ActionIcon>
        )}
        <Link to="/" className={styles.brand}>
          <Logo />
          <span>{t('shell.product')}</span>
        </Link>
        <SearchButton />
        <FavouriteButton />
        <ActionIcon
          onClick={openShortcuts}
          aria-label={t('shell.shortcuts')}
          title={t('shell.shortcuts')}
          className={styles.wide}
          data-tour="keys"
        >
          <IconKeyboard size={20} />
        </ActionIcon>
        <UnreadBadge />
        <AccountButton />
      </header>
      {(narrow || rail) && (
        <Suspense fallback={null}>
          <MenuDrawer opened={menu !== undefined} area={menu?.area} onClose={() => setMenu(undefined)} />
        </Suspense>
      )}
      {!narrow && <Side rail={rail} onOpen={(area) => setMenu({ area })} />}
      <Content />
      <ShellKeys />
      <TourInvitation />
      <LazyOverlays />
    </div>
  );
}

interface OpenMenu {
  readonly area?: string | undefined;
}

/** Whether the menu is a rail of icons: as the person has chosen, else where the window is not wide. */
function useRail(): boolean {
  const tight = useMediaQuery('(max-width: 1100px)') ?? false;
  return usePreferences().mine.rail ?? tight;
}

/** The menu beside the screen, whole or as a rail, and the way from one to the other. */
function Side({ rail, onOpen }: { readonly rail: boolean; readonly onOpen: (area?: string) => void }) {
  const t = useT();
  const label = t(rail ? 'shell.rail.expand' : 'shell.rail.collapse');
  const Icon = rail ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <div className={styles.side} data-tour="menu">
      {rail ? <MenuRail onOpen={onOpen} /> : <Navigation />}
      <ActionIcon onClick={() => setRail(!rail)} aria-label={label} title={label}>
        <Icon size={20} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}

/** Moving to another screen puts the focus on its content: a screen reader hears where it is. */
function Content() {
  const place = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const ref = useRef<HTMLElement>(null);
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== undefined && before.current !== place && !ref.current?.contains(document.activeElement)) ref.current?.focus();
    before.current = place;
  }, [place]);
  return (
    <main id="content" ref={ref} tabIndex={-1} className={styles.content} data-path={place}>
      <PageProgress />
      <CompanyGate>
        <Outlet />
      </CompanyGate>
    </main>
  );
}
