import { useT } from '../i18n/i18n.ts';
import { useOffered } from '../record/open-record.ts';
import { useCan } from '../session/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { placesFor } from './commands.ts';
import { GO, ROW_KEYS, SINGLE_KEYS } from './key-table.ts';
import { MOD } from './keys.ts';
import styles from './shortcuts.module.css';

interface Shortcut {
  readonly keys: readonly string[];
  readonly label: string;
}

/** All keys, as they are now: those of the open record too. */
export function Part({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const can = useCan();
  const offered = useOffered();
  const single = Object.entries(SINGLE_KEYS).map(([key, action]) => ({ keys: [key], label: t(`keys.${action}`), action }));
  const groups: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
    {
      title: t('keys.everywhere'),
      shortcuts: [
        { keys: [MOD, 'K'], label: t('keys.palette') },
        ...single.filter(({ action }) => action === 'shortcuts'),
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
        ...single.filter(({ action }) => action !== 'shortcuts'),
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
      shortcuts: placesFor(can).flatMap(({ id, keys }) => (keys ? [{ keys: [GO, keys], label: t(`shell.nav.${id}`) }] : [])),
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
