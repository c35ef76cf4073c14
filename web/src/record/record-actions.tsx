import { Button, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { MouseEvent } from 'react';
import { type Operation, useCan } from '../session/session.ts';
import { useOffering } from './open-record.ts';
import styles from './record.module.css';

/** Something that can be done with a record. */
export interface RecordAction {
  readonly id: string;
  readonly label: string;
  /** Hidden from those whose roles do not allow it. */
  readonly needs: Operation;
  /** Why the record's state does not allow it now: the button is there, and says so. */
  readonly blocked?: string | undefined;
  /** The next step that is expected. */
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** One letter that starts it. */
  readonly key?: string;
  readonly start: () => void;
}

export function RecordActions({ actions, of }: { readonly actions: readonly RecordAction[]; readonly of?: string }) {
  const can = useCan();
  const shown = actions.filter(({ needs }) => can(needs));
  useHotkeys(shown.filter(({ key, blocked }) => key && !blocked).map(({ key = '', start }) => [key, start]));
  useOffering(
    shown
      .filter(({ blocked }) => !blocked)
      .map(({ id, label, key, start }) => ({ id, label: of ? `${label} · ${of}` : label, key, start })),
  );
  return (
    <div className={`${styles.actions} no-print`}>
      {shown.map((action) => (
        <ActionButton key={action.id} action={action} />
      ))}
    </div>
  );
}

function ActionButton({ action: { label, blocked, primary, danger, key, start } }: { readonly action: RecordAction }) {
  const looks = primary && !blocked ? {} : ({ variant: 'default' } as const);
  const shown = blocked
    ? { 'data-disabled': true, 'aria-disabled': true, 'aria-description': blocked, onClick: (event: MouseEvent) => event.preventDefault() }
    : { ...(danger ? { c: 'var(--bad)' } : {}), onClick: start, 'aria-keyshortcuts': key };
  // The same button in both states: what was done with it leaves the focus where it is.
  return (
    <Tooltip label={blocked} disabled={!blocked} multiline maw={280}>
      <Button {...looks} {...shown}>
        {label}
      </Button>
    </Tooltip>
  );
}
