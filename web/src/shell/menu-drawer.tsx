import { Drawer } from '@mantine/core';
import { useT } from '../i18n/i18n.ts';
import { Navigation } from './navigation.tsx';

interface Props {
  readonly opened: boolean;
  readonly area?: string | undefined;
  readonly onClose: () => void;
}

/** The menu where there is no room for it beside the screen. */
export default function MenuDrawer({ opened, area, onClose }: Props) {
  const t = useT();
  return (
    <Drawer opened={opened} onClose={onClose} title={t('shell.menu')} size={270} closeButtonProps={{ 'aria-label': t('shell.closeMenu') }}>
      <Navigation area={area} onGo={onClose} />
    </Drawer>
  );
}
