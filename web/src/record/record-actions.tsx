import { Button, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { MouseEvent } from 'react';
import { type Operation, useCan } from '../session/session.ts';
import { type Refusal, refusalText } from '../ui/problem-text.ts';
import { useContextActions } from './open-record.ts';
import styles from './record.module.css';

/** Something that can be done with a record. */
export interface RecordAction {
  readonly id: string;
  readonly label: string;
  /** Hidden from those whose roles do not allow it. */
  readonly needs: Operation;
  /** The next step that is expected. */
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** One letter that starts it. */
  readonly key?: string;
  readonly start: () => void;
}

/** What a record's read says of its actions: null where one can be taken now, else why not. */
export type AnsweredActions = Readonly<Record<string, Refusal | null | undefined>>;

interface Props {
  readonly actions: readonly RecordAction[];
  readonly answered?: AnsweredActions | undefined;
  readonly of?: string;
}

export function RecordActions({ actions, answered, of }: Props) {
  const can = useCan();
  const shown = actions.filter(({ needs }) => can(needs)).map((action) => ({ ...action, blocked: refusalText(answered?.[action.needs]) }));
  useHotkeys(shown.filter(({ key, blocked }) => key && !blocked).map(({ key = '', start }) => [key, start]));
  useContextActions(
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

/** Something that can be done with the record of a row. */
export interface RowAction extends Omit<RecordAction, 'id' | 'primary' | 'key'> {
  /** The action with what it is done to: rows have buttons that are labelled alike. */
  readonly name: string;
}

export function RowActions({ actions, answered }: { readonly actions: readonly RowAction[]; readonly answered: AnsweredActions }) {
  const can = useCan();
  return (
    <div className={styles.rowActions}>
      {actions.map(
        (action) =>
          can(action.needs) && (
            <ActionButton
              key={action.name}
              action={{ ...action, id: action.name, blocked: refusalText(answered[action.needs]) }}
              size="compact-sm"
              aria-label={action.name}
            />
          ),
      )}
    </div>
  );
}

/** `blocked`: why the record does not allow it now. The button is there, and says so. */
type ShownAction = RecordAction & { readonly blocked: string | undefined };

interface ButtonProps {
  readonly action: ShownAction;
  readonly size?: 'compact-sm';
  readonly 'aria-label'?: string;
}

function ActionButton({ action: { label, blocked, primary, danger, key, start }, ...own }: ButtonProps) {
  const looks = primary && !blocked ? {} : ({ variant: 'default' } as const);
  const shown = blocked
    ? { 'data-disabled': true, 'aria-disabled': true, 'aria-description': blocked, onClick: (event: MouseEvent) => event.preventDefault() }
    : { ...(danger ? { c: 'var(--bad)' } : {}), onClick: start, 'aria-keyshortcuts': key };
  // The same button in both states: what was done with it leaves the focus where it is.
  return (
    <Tooltip label={blocked} disabled={!blocked} multiline maw={280}>
      <Button {...own} {...looks} {...shown}>
        {label}
      </Button>
    </Tooltip>
  );
}
