import type { Words } from './columns.tsx';
import type { Filter } from './spec.ts';

/** A filter that is yet to be put into words. */
export type FilterOf = (words: Words) => Filter;

/** Of one day to another. */
export const dates =
  (): FilterOf =>
  ({ t }) => ({ kind: 'dates', id: 'dates', label: t('lists.dates') });

export const customer =
  (): FilterOf =>
  ({ t }) => ({ kind: 'customer', id: 'customerId', label: t('lists.columns.customer') });

export const item =
  (): FilterOf =>
  ({ t }) => ({ kind: 'item', id: 'itemId', label: t('lists.columns.item') });

export const flag =
  (id: string, label: string): FilterOf =>
  () => ({ kind: 'flag', id, label });

/** One of some values, each by its name. */
export const choice =
  <Value extends string>(id: string, label: string, values: readonly Value[], nameOf: (value: Value) => string): FilterOf =>
  () => ({ kind: 'choice', id, label, options: values.map((value) => ({ value, label: nameOf(value) })) });

/** One of a kind's states. @param of names them in the texts: `states.order`. @param id what the API calls it. */
export const states =
  (of: string, values: readonly string[], id = 'state'): FilterOf =>
  ({ t }) => ({
    kind: 'choice',
    id,
    label: t('lists.columns.state'),
    options: values.map((value) => ({ value, label: t(`states.${of}.${value}` as 'states.order.placed') })),
  });
