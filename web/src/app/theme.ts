import { createTheme } from '@mantine/core';

/** A dialog's heading is no banner of the page. */
const NO_BANNER = { attributes: { header: { role: 'none' } } };
/**
 * What drops down stands beside what opened it in the document too: in its landmark, in its dialog, next in the order of
 * the keyboard. `fixed` lets it out of boxes that scroll.
 */
const IN_PLACE = { withinPortal: false, floatingStrategy: 'fixed' };
/** Options scroll in their own box, which Mantine's scroll area would make one more stop of the keyboard. */
const OPTIONS = { withScrollArea: false, styles: { options: { maxHeight: 260, overflowY: 'auto' } } };

/**
 * Looks are in `theme.css`, as plain CSS: the content security policy allows no style elements made by script, so
 * Mantine's own are switched off (`withCssVariables`, `withGlobalClasses`), as is its lock of the page's scroll bar.
 * For the same reason: no `SimpleGrid`, `Grid`, `AppShell`, and no props that depend on the width of the page.
 * Components by name, not by import: the first view loads none that it does not show.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Combobox: { defaultProps: IN_PLACE },
    // In a list of options even that there are none is one: nobody can choose it.
    ComboboxEmpty: { defaultProps: { role: 'option', 'aria-disabled': true } },
    Drawer: { defaultProps: { lockScroll: false, ...NO_BANNER } },
    // The first entry has the focus, as WAI-ARIA's pattern of a menu wants it.
    Menu: { defaultProps: { ...IN_PLACE, shadow: 'md', withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { lockScroll: false, centered: false, yOffset: '6vh', transitionProps: { transition: 'fade' }, ...NO_BANNER } },
    // Their buttons are too small for a finger; the arrow keys do the same.
    NumberInput: { defaultProps: { hideControls: true } },
    Popover: { defaultProps: IN_PLACE },
    Loader: { defaultProps: { role: 'status' } },
    Select: { defaultProps: { checkIconPosition: 'right', ...OPTIONS } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});
