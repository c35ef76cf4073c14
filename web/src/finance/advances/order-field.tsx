import { Select } from '@mantine/core';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { InputProps } from '../../lines/input.ts';
import { numberOf } from '../../record/kinds.ts';
import { useCan } from '../../session/session.ts';

interface Props extends InputProps {
  readonly customerId: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The order that money in advance is for: one of the customer's of which something is still to be invoiced. */
export function OrderField({ customerId, value, onChange, ...input }: Props) {
  const t = useT();
  const can = useCan();
  const { date, money } = useFormats();
  const query = $api.useQuery(
    'get',
    '/orders',
    { params: { query: { customerId: customerId ?? '', status: 'quote,placed,partly-shipped,shipped' as never, limit: 50 } } },
    { enabled: customerId !== undefined && can('listOrders') },
  );
  const orders = (query.data?.items ?? []).map(({ id, number, date: day, totals }) => ({
    value: id,
    label: `${number} · ${date(day)} · ${money(totals.gross)}`,
  }));
  const known = value === '' || orders.some((order) => order.value === value);
  return (
    <Select
      {...input}
      aria-label={t('advances.forOrder')}
      data={known ? orders : [{ value, label: numberOf(value) }, ...orders]}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      clearable
      searchable
    />
  );
}
