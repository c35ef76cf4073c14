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
  );
}
