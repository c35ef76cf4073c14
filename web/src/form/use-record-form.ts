import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';

/**
 * A form of a record that may come anew from the server while it is open: fields that nobody has changed follow the record,
 * and what was typed stays. Whoever has saved calls `form.resetDirty()`: what is read next is shown as the server wrote it.
 * @param saved what the record holds now
 */
export function useRecordForm<Values extends Record<string, unknown>>(
  saved: Values,
  validate: (values: Values) => Record<string, unknown>,
): UseFormReturnType<Values> {
  const form = useForm<Values>({ initialValues: saved, validate: validate as never });
  const shown = useRef(form);
  shown.current = form;
  const text = JSON.stringify(saved);
  useEffect(() => {
    const { current } = shown;
    const now = JSON.parse(text) as Values;
    const typed = Object.entries(current.getValues()).filter(([name]) => current.isDirty(name as never));
    current.setInitialValues(now);
    current.setValues({ ...now, ...Object.fromEntries(typed) });
    current.resetDirty(now);
  }, [text]);
  return form;
}
