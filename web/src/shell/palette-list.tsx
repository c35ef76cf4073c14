import { useEffect } from 'react';
import { useT } from '../i18n/i18n.ts';
import styles from './palette.module.css';
import type { EntryGroup } from './palette-entries.tsx';
import type { Entry } from './palette-entry.ts';

interface Props {
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  /** `group.entry` of the line that Enter runs. */
  readonly current: string | undefined;
  readonly onRun: (entry: Entry) => void;
  readonly onChoose: (key: string) => void;
}

/** The lines of the palette. The focus stays in the field: the field says which line is meant. */
export function PaletteList({ id, groups, current, onRun, onChoose }: Props) {
  const t = useT();
  useEffect(() => {
    if (current) document.getElementById(id + current)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);
  return (
    <div id={id} role="listbox" aria-label={t('palette.title')} className={styles.list}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list of options.
        <div key={group.id} role="group" aria-label={group.title}>
          <div className={styles.group} aria-hidden>
            {group.title}
          </div>
          {group.entries.map((entry) => {
            const key = `${group.id}.${entry.id}`;
            return <Line key={key} id={id + key} entry={entry} current={key === current} onRun={onRun} onPoint={() => onChoose(key)} />;
          })}
        </div>
      ))}
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly entry: Entry;
  readonly current: boolean;
  readonly onRun: (entry: Entry) => void;
  readonly onPoint: () => void;
}

function Line({ id, entry, current, onRun, onPoint }: LineProps) {
  const { label, note, icon: Icon, stale = false } = entry;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: Enter in the field runs the line in use.
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-disabled={stale}
      className={styles.line}
      onClick={stale ? undefined : () => onRun(entry)}
      onMouseMove={current || stale ? undefined : onPoint}
    >
      {Icon && <Icon size={18} stroke={1.7} aria-hidden />}
      <span className={styles.label}>{label}</span>
      {note && <span className={styles.note}>{note}</span>}
    </div>
  );
}
