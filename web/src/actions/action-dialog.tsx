import { Button, Group, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import styles from './action.module.css';
import { useDryRun } from './use-dry-run.ts';

export interface ActionDialogProps<T> {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly size?: string;
  readonly onClose: () => void;
  /** Does it, or tries it: `dryRun` shows what would happen. @throws Problem. */
  readonly run: (sending: { readonly dryRun: boolean; readonly key: string }) => Promise<T>;
  /** What `run` is made of: a change tries it again. JSON. */
  readonly input: unknown;
  /** Why it cannot even be tried yet; `undefined` where it can. */
  readonly incomplete?: string | undefined;
  /** Whether the API can try it. */
  readonly tries?: boolean;
  /** The fields. */
  readonly children?: ReactNode;
  /** What will happen, from the tried answer: the journal entries above all. */
  readonly preview?: (tried: T) => ReactNode;
  /** Afterwards: what is said, and what comes next. */
  readonly done: (result: T) => string;
  readonly onDone?: (result: T) => void;
}

/**
 * Asks before it does: the fields, and below them what the API answers to a dry run with them. One opening has one
 * Idempotency-Key, so that sending it again after a lost answer does nothing twice.
 */
export function ActionDialog<T>(props: ActionDialogProps<T>) {
  const { title, confirm, danger, size = 'lg', onClose, run, input, tries = true, children, preview, done, onDone } = props;
  const t = useT();
  const incomplete = props.incomplete ?? (undated(input) ? t('actions.dateNeeded') : undefined);
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  // Not while it is done: what has been done by then may be refused a second time.
  const tried = useDryRun(run, input, tries && incomplete === undefined && !busy);
  // Nothing is done unseen: not before its preview is there, nor on that of earlier fields.
  const unseen = preview !== undefined && tries && !tried.current;
  const text = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is gone once the fields say something else.
  useEffect(() => setFault(undefined), [text]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a dialog on a page that is itself a form.
    event.stopPropagation();
    if (incomplete !== undefined || busy || unseen) return;
    setBusy(true);
    run({ dryRun: false, key })
      .then(async (result) => {
        notifications.show({ message: done(result), color: 'teal' });
        onClose();
        onDone?.(result);
        await queries.invalidateQueries();
      })
      .catch((error: unknown) => setFault(error))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog onClose={() => !busy && onClose()} title={title} size={size}>
      <form onSubmit={submit} className={styles.form} noValidate>
        {children}
        {preview && (
          <section className={styles.preview} aria-label={t('actions.preview')} aria-busy={tried.isFetching}>
            <h3>
              {t('actions.preview')} {tried.isFetching && <Loader size={14} />}
            </h3>
            {incomplete ? <p className="dimmed">{incomplete}</p> : tried.data !== undefined && !tried.error ? preview(tried.data) : null}
          </section>
        )}
        <ProblemNote error={fault ?? tried.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {t('actions.cancel')}
          </Button>
          <Button
            type="submit"
            data-autofocus
            loading={busy}
            {...(unseen ? { 'data-disabled': true, 'aria-disabled': true } : {})}
            disabled={incomplete !== undefined || tried.error !== null}
            {...(danger ? { color: 'red' } : {})}
          >
            {confirm}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** Whether its date has been emptied. */
const undated = (input: unknown): boolean => typeof input === 'object' && input !== null && 'date' in input && input.date === '';
