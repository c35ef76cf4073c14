import { ActionIcon, createTheme, Drawer, Loader, Menu, Modal, Notification, Select, Tooltip } from '@mantine/core';
import i18next from 'i18next';

/**
 * Looks are in `theme.css`, as plain CSS: the content security policy allows no style elements made by script, so
 * Mantine's own are switched off (`withCssVariables`, `withGlobalClasses`), as is its lock of the page's scroll bar.
 * For the same reason: no `SimpleGrid`, `Grid`, `AppShell`, and no props that depend on the width of the page.
 */
/** A dialog's heading is no banner of the page. */
const NO_BANNER = { attributes: { header: { role: 'none' } } };

/** In the language of the moment in which it is shown. */
const CLOSE = {
  get 'aria-label'() {
    return i18next.t('actions.close');
  },
};

/** Options scroll in their own box, which Mantine's scroll area would make one more stop of the keyboard. */
const OPTIONS = { withScrollArea: false, styles: { dropdown: { maxHeight: 260, overflowY: 'auto' } } } as const;

export const theme = createTheme({
  primaryColor: 'blue',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, ...NO_BANNER } }),
    Menu: Menu.extend({ defaultProps: { withinPortal: true, shadow: 'md' } }),
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: false, yOffset: '6vh', ...NO_BANNER } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: CLOSE } }),
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    Select: Select.extend({ defaultProps: { checkIconPosition: 'right', ...OPTIONS } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } }),
  },
});
