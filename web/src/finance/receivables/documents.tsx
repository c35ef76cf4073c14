import { Link } from '@tanstack/react-router';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf, kindOf, numberOf } from '../../record/kinds.ts';

type T = ReturnType<typeof useT>;

/** `Factura F2026-000123` */
export const documentName = (id: string, t: T): string =>
  t(`billing.documents.${kindOf(id)}` as 'billing.documents.invoice', { number: numberOf(id) });

/** The document by its name, as a link where it has a screen. */
export function DocumentLink({ id }: { readonly id: string }) {
  const t = useT();
  const to = hrefOf(id);
  return to ? <Link to={to as never}>{documentName(id, t)}</Link> : documentName(id, t);
}

/** A customer by name. */
export function CustomerLink({ id, name }: { readonly id: string; readonly name: string }) {
  return <Link to={`/customers/${id}` as never}>{name}</Link>;
}

/** An order by its number. */
export function OrderLink({ id }: { readonly id: string }) {
  return <Link to={`/orders/${id}` as never}>{numberOf(id)}</Link>;
}
