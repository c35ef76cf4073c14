import { Loader } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { useProblemText } from '../../ui/problem-note.tsx';
import orderStyles from './orders.module.css';

type Order = Schemas['OrderRow'];

/** So many are tried before: more would keep the person waiting longer than doing it. */
const TRIED = 20;

interface Props {
  readonly id: string;
  readonly orders: readonly Order[];
  readonly text: string;
  /** A dry run. @throws Problem. */
  readonly attempt: (order: Order, key: string) => Promise<unknown>;
}

/** What an action on many orders comes to, and for each whether the API would take it now. */
export function BulkPreview({ id, orders, text, attempt }: Props) {
  const t = useT();
  const { money } = useFormats();
  const [key] = useState(() => crypto.randomUUID());
  const tries = useQueries({
    queries: orders.slice(0, TRIED).map((order) => ({
      queryKey: ['bulk-try', id, key, order.id],
      queryFn: () => attempt(order, `${key}-${order.id}`).then(() => true),
      retry: false,
      gcTime: 0,
    })),
  });
  const sum = orders.reduce((cents, { totals }) => cents + centsOf(totals.gross), 0);
  return (
    <>
      <p>
        {t('orders.bulkSum')} <b className="amount">{money(euros(sum))}</b>
      </p>
      <p className="dimmed">{text}</p>
      <div className={orderStyles.tries}>
        <LinesTable heads={[t('orders.number'), t('orders.customer'), [t('records.totals.gross'), 'amount'], t('orders.bulkTry')]}>
          <tbody>
            {orders.map(({ id: orderId, number, customerName, totals }, index) => (
              <tr key={orderId}>
                <td>{number}</td>
                <td>{customerName}</td>
                <td className="amount">{money(totals.gross)}</td>
                <td>{index < TRIED && <Verdict tried={tries[index]} />}</td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      </div>
    </>
  );
}

function Verdict({ tried }: { readonly tried: { readonly isPending: boolean; readonly error: unknown } | undefined }) {
  const t = useT();
  const problem = useProblemText();
  if (!tried || tried.isPending) return <Loader size={14} role="status" aria-label={t('shell.loading')} />;
  if (tried.error) return <span className={orderStyles.refused}>{problem(tried.error)}</span>;
  return <span className={orderStyles.able}>{t('orders.bulkAble')}</span>;
}
