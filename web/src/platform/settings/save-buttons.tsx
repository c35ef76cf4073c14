import { Button } from '@mantine/core';
import { useT } from '../../i18n/i18n.ts';
import styles from './settings.module.css';

interface Props {
  readonly label: string;
  readonly busy?: boolean;
  readonly changed: boolean;
  readonly onUndo: () => void;
}

/** Below a form of settings: what was changed is saved, or as it was. */
export function SaveButtons({ label, busy = false, changed, onUndo }: Props) {
  const t = useT();
  return (
    <div className={styles.buttons}>
      <Button type="submit" loading={busy} disabled={!changed}>
        {label}
      </Button>
      <Button variant="default" onClick={onUndo} disabled={busy || !changed}>
        {t('settings.undo')}
      </Button>
    </div>
  );
}
