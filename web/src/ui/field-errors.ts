import i18next from 'i18next';
import * as z from 'zod/mini';
import { type Fault, isProblem, type Problem } from '../api/problem.ts';
import { capital, type Issue, placesOf, type Table, translated, wordsOf } from './field-words.ts';
import { problemText } from './problem-text.ts';

/** What is wrong at which field of a form: `{ 'lines.0.quantity': 'Escriba una cantidad…' }`. */
export type FieldErrors = Record<string, string>;

// Issues without a message of their own, in the language of the moment: the rules know none.
z.config({
  localeError: (issue) => {
    const { key, count } = wordsOf(issue as Issue);
    return count === undefined ? i18next.t(`fields.${key}` as 'fields.wrong') : i18next.t(`fields.${key}` as 'fields.wrong', { count });
  },
});

/**
 * The words of the rules and of the API, which are English, in the person's language. Those of a form's own rules may be in
 * that language already (see `localeError` above): `said`.
 */
function inWords(message: string, said: boolean): string {
  const { t, language } = i18next;
  const bundle = i18next.getResourceBundle(language, 'console') as { fields: { messages: Table } };
  return translated(message, bundle.fields.messages) ?? (said || language === 'en' ? capital(message) : t('fields.wrong'));
}

/** The limit of a fault of the API, with its figure: the API's own words for it are zod's. */
function limitOf({ code = '', message, params }: Fault): string | undefined {
  if (!params || !/^Too (big|small)/.test(message)) return undefined;
  // What was sent is not in the answer; something was, or the fault would be another.
  const { key, count } = wordsOf({ code, ...params, input: message } as Issue);
  return i18next.t(`fields.${key}` as 'fields.atMost', { count: count ?? 0 });
}

/**
 * What is wrong, field by field, in the person's language: of a `ZodError` or of a `Problem` of the API, whose
 * `body.lines.0.quantity` is the form's `lines.0.quantity`. Empty where the error is of no field.
 */
export function fieldErrors(error: unknown): FieldErrors {
  const faults = isProblem(error) ? faultsOfProblem(error) : faultsOfIssues(error);
  const errors: FieldErrors = {};
  for (const { field, text } of faults) for (const place of placesOf(field)) errors[place] ??= text;
  return errors;
}

function faultsOfProblem(problem: Problem): readonly { field: string; text: string }[] {
  if (problem.faults.length > 0)
    return problem.faults.map((fault) => ({ field: fault.field, text: limitOf(fault) ?? inWords(fault.message, false) }));
  return problem.field ? [{ field: problem.field, text: problemText(problem) }] : [];
}

function faultsOfIssues(error: unknown): readonly { field: string; text: string }[] {
  const issues = (error as { issues?: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined)?.issues ?? [];
  return issues.map(({ path, message }) => ({ field: path.map(String).join('.'), text: inWords(message, true) }));
}

/**
 * `validate` of a form: its values are checked by the schema of the API, which is the rule.
 * `useForm({ validate: checkedBy(CustomerInput) })`; `toWire` where the form's values are not the wire's.
 * @public
 */
export const checkedBy =
  <Values>(schema: z.ZodMiniType, toWire: (values: Values) => unknown = (values) => values) =>
  (values: Values): FieldErrors => {
    const read = z.safeDecode(schema, toWire(values) as never);
    return read.success ? {} : fieldErrors(read.error);
  };
