import { useEffect, useState } from 'react';

/**
 * When a dialog that was opened by mounting it goes, the focus goes back to what opened it; to the content of the page
 * where that is gone (an entry of a menu, a button that the new state no longer has).
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog is gone, and what comes next has taken the focus if it wants it.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : undefined;
        (back ?? document.getElementById('content'))?.focus({ preventScroll: true });
      });
    },
    [opener],
/** What can hold the focus and is still on the page. */
const isThere = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element !== document.body && element.isConnected;

 * For dialogs that are there only while they are open: when they go, the focus returns to what had it before, or to the
 * screen where that has gone too. Focus that has been put somewhere else meanwhile stays there.
  const [before] = useState(() => document.activeElement);
      // After the dialog has left the page and whatever comes next has taken the focus.
        if (isThere(document.activeElement)) return;
        (isThere(before) ? before : document.getElementById('content'))?.focus({ preventScroll: true });
    [before],
  );
}
