import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/dialog.tsx';
import { IconSearch } from '../ui/icons.ts';
import { ENTER } from './keys.ts';
import styles from './palette.module.css';
import { type EntryGroup, useEntries } from './palette-entries.tsx';
import type { Entry } from './palette-entry.ts';
import { PaletteList } from './palette-list.tsx';

/** Goes anywhere, finds any record, does anything that is allowed: by keyboard alone (ARIA's combobox with a list). */
export function Part({ onClose, onReady }: { readonly onClose: () => void; readonly onReady: () => string }) {
  const t = useT();
  const list = useId();
  const [text, setText] = useState('');
  const [back, setBack] = useState(true);
  const [hasty, setHasty] = useState(false);
  const { groups, searching, more } = useEntries(text.trim());
  const { count, current, choose, step } = useLines(groups);
  const run = (entry: Entry) => {
    if (entry.leaves) setBack(false);
    onClose();
    // After the palette has let go of the focus: what is opened may take it.
    setTimeout(entry.run);
  };
  const enter = () => (current ? run(current) : setHasty(searching));
  // Enter was pressed before the palette or its answer was there: it takes the first line that its words find.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is a line.
  useEffect(() => {
    if (hasty && text) enter();
  }, [hasty, current?.key]);
  return (
    <Dialog
      onClose={onClose}
      size={640}
      padding={0}
      withCloseButton={false}
      returnFocus={back}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      classNames={{ body: styles.palette, content: styles.window }}
    >
      <div className={styles.field}>
        <IconSearch size={18} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current && `${list}${current.key}`}
          aria-label={t('shell.search')}
          placeholder={t('palette.hint')}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onFocus={() => {
            const [early = '', ...entered] = onReady().split(ENTER);
            if (early) setText(early);
            if (entered.length > 0) setHasty(true);
          }}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setHasty(false);
            choose(undefined);
          }}
          onKeyDown={(event) => onLineKey(event, step, enter)}
        />
      </div>
      <PaletteList id={list} groups={groups} current={current?.key} onRun={run} onChoose={choose} />
      <Foot searching={searching} count={count} more={more} />
    </Dialog>
  );
}

/** Up and down go from line to line while the focus stays in the field; Enter runs the line in use. */
function onLineKey(event: KeyboardEvent, step: (by: number) => void, enter: () => void): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined && event.key !== 'Enter') return;
  event.preventDefault();
  if (by) step(by);
  else enter();
}

/** How much there is, read out as it changes. */
function Foot({ searching, count, more }: { readonly searching: boolean; readonly count: number; readonly more: boolean }) {
  const t = useT();
  const found = count === 0 ? t('palette.nothing') : t('palette.count', { count });
  return (
    <p className={styles.foot} role="status">
      {searching ? t('shell.loading') : more ? `${found} ${t('palette.more')}` : found}
    </p>
  );
}

/** Which of the lines is in use: the one that was pointed at or stepped to, else the first. */
function useLines(groups: readonly EntryGroup[]) {
  const [chosen, choose] = useState<string>();
  const all = groups.flatMap((group) =>
    group.entries.flatMap((entry) => (entry.stale ? [] : { ...entry, key: `${group.id}.${entry.id}` })),
  );
  const at = Math.max(
    0,
    all.findIndex(({ key }) => key === chosen),
  );
  const step = (by: number) => choose(all[(at + by + all.length) % all.length]?.key);
  return { count: all.length, current: all[at], choose, step };
}
