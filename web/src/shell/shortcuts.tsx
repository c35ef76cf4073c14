import { useOffer } from '../areas/use-offer.ts';
import { useT } from '../i18n/i18n.ts';
import { useOpenActions } from '../record/open-record.ts';
import { Dialog } from '../ui/dialog.tsx';
import { MOD } from '../ui/modifier-key.ts';
import { GO, type KeyAction, ROW_KEYS, SINGLE_KEYS } from './key-table.ts';
import styles from './shortcuts.module.css';

const EVERYWHERE: readonly KeyAction[] = ['shortcuts', 'favourite'];

interface Shortcut {
  readonly keys: readonly string[];
  readonly label: string;
}

/** All keys, as they are now: those of the open record too. */
export function Part({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { places } = useOffer();
  const offered = useOpenActions();
  const single = Object.entries(SINGLE_KEYS).map(([key, action]) => ({ keys: [key], label: t(`keys.${action}`), action }));
  const groups: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
    {
      title: t('keys.everywhere'),
      shortcuts: [
        { keys: [MOD, 'K'], label: t('keys.palette') },
        ...single.filter(({ action }) => EVERYWHERE.includes(action)),
        { keys: ['Esc'], label: t('keys.close') },
      ],
    },
    {
      title: t('keys.record'),
      shortcuts: offered.flatMap(({ key, label }) => (key ? [{ keys: [key], label }] : [])),
    },
    {
      title: t('keys.lists'),
      shortcuts: [
        ...single.filter(({ action }) => !EVERYWHERE.includes(action)),
        ...Object.entries(ROW_KEYS).map(([key, action]) => ({ keys: [key], label: t(`keys.${action}`) })),
      ],
    },
    {
      title: t('keys.dates'),
      shortcuts: [
        { keys: ['↓'], label: t('keys.dayBefore') },
        { keys: ['↑'], label: t('keys.dayAfter') },
        { keys: ['Alt', '↓'], label: t('keys.calendar') },
      ],
    },
    {
      title: t('keys.go'),
      shortcuts: places.flatMap(({ id, keys }) => (keys ? [{ keys: [GO, keys], label: t(`menu.${id}`) }] : [])),
    },
  ];
  return (
    <Dialog onClose={onClose} title={t('shell.shortcuts')} size={720}>
      <div className={styles.groups}>
        {groups
          .filter(({ shortcuts }) => shortcuts.length > 0)
          .map(({ title, shortcuts }) => (
            <section key={title} aria-label={title}>
              <h3>{title}</h3>
              <dl>
                {shortcuts.map(({ keys, label }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
