import { useEffect, useState } from 'react';

/** What can hold the focus and is still on the page. */
const isThere = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element !== document.body && element.isConnected;

/**
 * For dialogs that are there only while they are open: when they go, the focus returns to what had it before, or to the
 * screen where that has gone too. Focus that has been put somewhere else meanwhile stays there.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog has left the page and whatever comes next has taken the focus.
      setTimeout(() => {
        if (isThere(document.activeElement)) return;
        (isThere(before) ? before : document.getElementById('content'))?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
