import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.ts';

/** A dialog that is open for as long as it is there. Where the focus was before, it is again afterwards. */
export function Dialog({ returnFocus = true, ...props }: Omit<ModalProps, 'opened'>) {
  const t = useT();
  useFocusBack(returnFocus);
  return <Modal opened returnFocus={false} closeButtonProps={{ 'aria-label': t('actions.close') }} {...props} />;
}

/** What takes the focus after a dialog does so at once; later nobody does. */
const SETTLED_MS = 20;

/**
 * Mantine gives the focus back only where a dialog is kept and closed. Where what had it is gone as well (an entry of a
 * menu, a row that was removed), the content of the page gets it.
 */
function useFocusBack(wanted: boolean): void {
  // During the first render: the dialog has not taken it yet.
  const [before] = useState(() => document.activeElement);
  const give = useRef(wanted);
  give.current = wanted;
  useEffect(
    () => () => {
      setTimeout(() => {
        if (!give.current || (document.activeElement && document.activeElement !== document.body)) return;
        const there = before instanceof HTMLElement && before !== document.body && before.isConnected;
        (there ? before : document.getElementById('content'))?.focus({ preventScroll: true });
      }, SETTLED_MS);
    },
    [before],
  );
}
