import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { problemText } from '../ui/problem-text.ts';
import styles from './preferences.module.css';

const ID = 'preferences-not-kept';

/** Says that something that was set could not be kept, and why; with `again`, that it is kept in this browser for the time being. */
export function tellNotSaved(error: unknown, again?: () => void): void {
  const { t } = i18next;
  const message = (
    <>
      <b>{t(again ? 'preferences.notSent' : 'preferences.notKept')}</b>
      <br />
      {problemText(error)}
      {again && (
        <span className={styles.buttons}>
          <Button variant="default" size="compact-sm" onClick={again}>
            {t('preferences.again')}
          </Button>
        </span>
      )}
    </>
  );
  notifications.hide(ID);
  notifications.show({
    id: ID,
    color: 'red',
    message,
    autoClose: again ? false : 10_000,
  });
}

/** What was said before is no longer so. */
export const clearNotSaved = (): void => void notifications.hide(ID);

/** Says that something was done, with the way back. */
export function withUndo(text: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: 12_000,
    message: (
      <>
        {text}
        <span className={styles.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {i18next.t('preferences.undo')}
          </Button>
        </span>
      </>
    ),
  });
}
