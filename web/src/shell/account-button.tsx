import { ActionIcon } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { IconUserCircle } from '../ui/icons.ts';

const load = () => import('./account-menu.tsx');
const AccountMenu = lazy(load);

/** The account menu, loaded when somebody is about to open it. */
export function AccountButton() {
  const t = useT();
  const [opened, ask] = useState(false);
  const button = (
    <ActionIcon
      aria-label={t('shell.account')}
      aria-haspopup="menu"
      aria-expanded={false}
      data-tour="account"
      onPointerEnter={load}
      onFocus={load}
      onClick={() => ask(true)}
    >
      <IconUserCircle size={22} />
    </ActionIcon>
  );
  if (!opened) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  );
}
