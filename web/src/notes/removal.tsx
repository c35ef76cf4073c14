import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import styles from './notes.module.css';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly remove: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks whether it is meant, and deletes. */
export function Removal({ title, text, remove, onDone, onClose }: Props) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const go = () => {
    setBusy(true);
    remove()
      .then(() => {
        onClose();
        onDone();
      })
      .catch((error: unknown) => {
        setFault(error);
        setBusy(false);
      });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <ProblemNote error={fault} />
      <div className={styles.buttons}>
        <Button color="red" loading={busy} onClick={go}>
          {t('notes.delete')}
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('actions.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
