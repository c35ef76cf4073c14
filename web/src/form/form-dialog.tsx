import { Button, Group } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import fields from '../actions/action.module.css';
import { isProblem } from '../api/problem.ts';
import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/dialog.tsx';
import { fieldErrors } from '../ui/field-errors.ts';
import { ProblemNote, useProblemText } from '../ui/problem-note.tsx';
import { focusFirst } from './faults.ts';

export interface FormDialogProps<V extends Record<string, unknown>, R> {
  readonly title: string;
  readonly form: UseFormReturnType<V>;
  /** What the button says; else that it is saved. */
  readonly confirm?: string;
  /** Creates or changes the record. One opening has one key: a second sending does nothing twice. @throws Problem. */
  readonly send: (values: V, key: string) => Promise<R>;
  /** What is said afterwards. */
  readonly done: (result: R) => string;
  readonly onDone?: (result: R) => void;
  readonly onClose: () => void;
  /** The field that a refusal is about where it names none, by its code. */
  readonly places?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A form that creates or changes a record: faults stand at their fields, and the first of them has the focus. */
export function FormDialog<V extends Record<string, unknown>, R>(props: FormDialogProps<V, R>) {
  const { title, form, confirm, onClose, children } = props;
  const t = useT();
  const { busy, fault, submit } = useSending(props);
  return (
    <Dialog onClose={() => !busy && onClose()} title={title} size="lg">
      <form
        className={fields.form}
        noValidate
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.stopPropagation();
          form.onSubmit(submit, focusFirst)(event);
        }}
      >
        {children}
        <ProblemNote error={fault} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {confirm ?? t('actions.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function useSending<V extends Record<string, unknown>, R>({ form, send, done, onDone, onClose, places }: FormDialogProps<V, R>) {
  const queries = useQueryClient();
  const text = useProblemText();
  const [key] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const refuse = (error: unknown) => {
    const place = isProblem(error) ? places?.[error.code] : undefined;
    const found = Object.entries(place ? { [place]: text(error) } : fieldErrors(error));
    const errors = Object.fromEntries(found.filter(([field]) => document.querySelector(`[data-path="${field}"]`)));
    if (Object.keys(errors).length === 0) return setFault(error);
    form.setErrors(errors);
    focusFirst(errors);
  };
  const submit = (values: V) => {
    setBusy(true);
    setFault(undefined);
    return send(values, key)
      .then(async (result) => {
        notifications.show({ message: done(result), color: 'teal' });
        onClose();
        onDone?.(result);
        await queries.invalidateQueries();
      })
      .catch(refuse)
      .finally(() => setBusy(false));
  };
  return { busy, fault, submit };
}
