import { ActionIcon } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useT } from '../i18n/i18n.ts';
import { useFollowing } from '../preferences/follow.ts';
import { IconKeyboard, IconMenu2 } from '../ui/icons.ts';
import { Logo } from '../ui/logo.tsx';
import { AccountButton } from './account-button.tsx';
import { CompanyGate } from './company-gate.tsx';
import { openShortcuts } from './keys.ts';
import { LateParts } from './late-parts.tsx';
import { Navigation } from './navigation.tsx';
import { usePresence } from './presence.ts';
import { SearchButton } from './search-button.tsx';
import styles from './shell.module.css';
import { ShellKeys } from './shell-keys.tsx';
import { TourInvitation } from './tour-invitation.tsx';

const MenuDrawer = lazy(() => import('./menu-drawer.tsx'));

/** The frame around every screen: menu, search, account. */
export function Shell() {
  const t = useT();
  usePresence();
  useFollowing();
  const narrow = useMediaQuery('(max-width: 900px)') ?? false;
  const [menu, { open, close }] = useDisclosure(false);
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <header className={`${styles.bar} bar`}>
        {narrow && (
          <ActionIcon onClick={open} aria-label={t('shell.menu')} data-tour="menu">
            <IconMenu2 size={20} />
          </ActionIcon>
        )}
        <Link to="/" className={styles.brand}>
          <Logo />
          <span>{t('shell.product')}</span>
        </Link>
        <SearchButton />
        <ActionIcon
          onClick={openShortcuts}
          aria-label={t('shell.shortcuts')}
          title={t('shell.shortcuts')}
          className={styles.wide}
          data-tour="keys"
        >
          <IconKeyboard size={20} />
        </ActionIcon>
        <AccountButton />
      </header>
      {narrow ? (
        <Suspense fallback={null}>
          <MenuDrawer opened={menu} onClose={close} />
        </Suspense>
      ) : (
        <div className={styles.side} data-tour="menu">
          <Navigation />
        </div>
      )}
      <Content />
      <ShellKeys />
      <TourInvitation />
      <LateParts />
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
      <CompanyGate>
        <Outlet />
      </CompanyGate>
    </main>
  );
}
