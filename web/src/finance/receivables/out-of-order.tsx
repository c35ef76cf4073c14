import { Alert } from '@mantine/core';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** That the date of a document runs against its number, where it does. */
export function OutOfOrder({ document: { outOfOrder } }: { readonly document: Pick<Schemas['Invoice'], 'outOfOrder'> }) {
  const t = useT();
  const { date } = useFormats();
  if (!outOfOrder) return null;
  return <Alert color="yellow">{t('billing.outOfOrder', { number: outOfOrder.number, date: date(outOfOrder.date) })}</Alert>;
}
