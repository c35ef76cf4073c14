import { NumberInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { ReasonAndDate, useUndoing } from '../../form/reason-and-date.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { returnable } from './order-rules.ts';

interface Props {
  readonly order: Schemas['Order'];
  readonly returns: readonly Schemas['Return'][];
  readonly onClose: () => void;
}

/** The customer is to send goods back: nothing moves, and nothing is credited, before they are here. */
export function AnnounceReturnDialog({ order, returns, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const lines = order.lines.map((line) => ({ ...line, most: returnable(line, returns) })).filter(({ most }) => Number(most) > 0);
  const [quantities, setQuantities] = useState<Readonly<Record<number, string>>>({});
  const first =
    order.shipments
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? order.date;
  const undoing = useUndoing(order.date, first);
  const asked = lines.flatMap(({ no }) => (Number(quantities[no]) > 0 ? [{ line: no, quantity: quantities[no] ?? '' }] : []));
  const body = { ...undoing.body, lines: asked };
  const incomplete = asked.length === 0 ? t('orders.return.nothing') : undoing.incomplete;
  return (
    <ActionDialog
      title={t('orders.return.title', { number: order.number })}
      confirm={t('orders.return.action')}
      onClose={onClose}
      input={body}
      incomplete={incomplete}
      run={(how) => api.POST('/orders/{orderId}/returns', { params: { path: { orderId: order.id }, ...sending(how) }, body }).then(dataOf)}
      preview={() => <p>{t('orders.return.waits')}</p>}
      done={({ number }) => t('orders.return.done', { number })}
      onDone={({ id }) => void navigate({ to: `/returns/${id}` as never })}
    >
      <ReturnLines lines={lines} quantities={quantities} onChange={(no, value) => setQuantities({ ...quantities, [no]: value })} />
      <ReasonAndDate undoing={undoing} />
    </ActionDialog>
  );
}

interface LinesProps {
  readonly lines: readonly (Schemas['OrderLine'] & { readonly most: string })[];
  readonly quantities: Readonly<Record<number, string>>;
  readonly onChange: (no: number, quantity: string) => void;
}

function ReturnLines({ lines, quantities, onChange }: LinesProps) {
  const t = useT();
  const { decimal } = useFormats();
  return (
    <LinesTable>
      <thead>
        <tr>
          <th scope="col">{t('orders.item')}</th>
          <th scope="col" className="amount">
            {t('orders.return.most')}
          </th>
          <th scope="col">{t('orders.return.quantity')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ no, code, name, most }, index) => (
          <tr key={no}>
            <td>
              <b>{code}</b> {name}
            </td>
            <td className="amount">{decimal(most)}</td>
            <td>
              <NumberInput
                aria-label={t('orders.return.quantityOf', { code })}
                min={0}
                max={Number(most)}
                decimalScale={3}
                w={110}
                value={quantities[no] ?? ''}
                onChange={(value) => onChange(no, String(value))}
                {...(index === 0 ? { 'data-autofocus': true } : {})}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
