import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { minus } from '#kernel/quantity.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { AdvanceChoice } from '../../finance/public.ts';
import { DecimalInput, useNumberFault } from '../../form/decimal-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';

/** Ships what is open, or part of it; shows the cost of goods and the invoice that it makes before it does. */
export function ShipOrderDialog({ order, onClose }: { readonly order: Schemas['Order']; readonly onClose: () => void }) {
  const t = useT();
  const open = order.lines.filter((line) => Number(line.open) > 0);
  const [date, setDate] = useState(todayOrAfter(order.date));
  const [tracking, setTracking] = useState('');
  const [invoice, setInvoice] = useState(true);
  const [advances, setAdvances] = useState<string[]>();
  const [quantities, setQuantities] = useState<Readonly<Record<number, string>>>(
    // What the order waits for cannot leave yet.
    Object.fromEntries(open.map(({ no, open, backordered = '0' }) => [no, minus(open, backordered)])),
  );
  const waits = open.some(({ backordered }) => backordered !== undefined);
  const lines = open.flatMap(({ no }) => (Number(quantities[no]) > 0 ? [{ line: no, quantity: quantities[no] ?? '0' }] : []));
  const unread = Object.values(quantities).map(useNumberFault()).find(Boolean);
  const bills = order.invoiceOn === 'shipment' && invoice;
  const body = {
    date,
    lines,
    ...(tracking.trim() ? { tracking: tracking.trim() } : {}),
    ...(order.invoiceOn === 'shipment' ? { invoice } : {}),
    ...(bills && advances ? { advances } : {}),
  };
  return (
    <ActionDialog
      title={t('orders.ship.title', { number: order.number })}
      confirm={t('orders.ship.action')}
      onClose={onClose}
      input={body}
      incomplete={unread ?? (lines.length === 0 ? t('orders.ship.nothing') : undefined)}
      run={(how) =>
        api.POST('/orders/{orderId}/shipments', { params: { path: { orderId: order.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={({ entries }) => <EntriesPreview entries={entries} />}
      done={() => t('orders.ship.done', { number: order.number })}
    >
      <LinesTable
        heads={[t('orders.item'), ...amounts(t('orders.open'), ...(waits ? [t('orders.backordered')] : [])), t('orders.ship.now')]}
      >
        <tbody>
          {open.map(({ no, code, name, open: left, backordered = '0' }) => (
            <tr key={no}>
              <td>
                <b>{code}</b> {name}
              </td>
              <td className="amount">{left}</td>
              {waits && <td className="amount">{backordered}</td>}
              <td>
                <DecimalInput
                  aria-label={t('orders.ship.nowOf', { code })}
                  value={quantities[no]}
                  onChange={(value) => setQuantities({ ...quantities, [no]: value })}
                  w={110}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
      <div className={fields.fields}>
        <BusinessDate value={date} onChange={setDate} />
        <TextInput
          label={t('orders.ship.tracking')}
          maxLength={80}
          value={tracking}
          onChange={(event) => setTracking(event.currentTarget.value)}
        />
      </div>
      {order.invoiceOn === 'shipment' && (
        <Switch label={t('orders.ship.invoice')} checked={invoice} onChange={(event) => setInvoice(event.currentTarget.checked)} />
      )}
      {bills && <AdvanceChoice customerId={order.customerId} recorded={order.advanceIds} value={advances} onChange={setAdvances} />}
    </ActionDialog>
  );
}
