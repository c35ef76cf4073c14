import { type FormErrors, schemaResolver } from '@mantine/form';
import { DomainError } from '#kernel/errors.ts';
import type { Problem } from '../api/problem.ts';

type Schema = Parameters<typeof schemaResolver>[0];

/** `body.lines.0.quantity` → `lines.0.quantity`: the field of a form that a refusal is about. */
const formField = (field: string): string => field.replace(/^(body|query|path)\./, '');

/**
 * What the domain's schema and rules find wrong with a body, by field. The schema says where; `words` say what, in the
 * person's language. @param rule throws a DomainError naming its field.
 */
export function faultsOf<T>(schema: Schema, body: T, words: (field: string) => string, rule?: (body: T) => void): FormErrors {
  const found = Object.keys(schemaResolver(schema, { sync: true })(body)).map((field) => [field, words(field)]);
  return { ...Object.fromEntries(found), ...ruleFaults(body, words, rule) };
}

function ruleFaults<T>(body: T, words: (field: string) => string, rule?: (body: T) => void): FormErrors {
  try {
    rule?.(body);
    return {};
  } catch (error) {
    if (!(error instanceof DomainError) || error.field === undefined) throw error;
    const field = formField(error.field);
    return { [field]: words(field) };
  }
}

/** The fields that a refusal of the API names, first to last. */
export const fieldsOf = ({ field, faults }: Problem): string[] =>
  (faults.length > 0 ? faults.map((fault) => fault.field) : field ? [field] : []).map(formField);

/** Puts the focus into the first faulty field of the page, after the render that shows its fault: both are read out. */
export function focusFirst(errors: FormErrors): void {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
    fields.find(({ dataset }) => dataset.path !== undefined && errors[dataset.path])?.focus();
  });
}
