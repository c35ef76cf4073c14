import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { DecimalInput, useNumberFault } from '../../form/decimal-input.tsx';
import { useStepFields } from '../../form/step-fields.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';

interface Props {
  readonly order: Schemas['Order'];
  readonly onClose: () => void;
}

/** The customer is to send goods back: nothing moves, and nothing is credited, before they are here. */
export function AuthoriseReturnDialog({ order, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const lines = order.lines.filter(({ returnable }) => Number(returnable) > 0);
  const [quantities, setQuantities] = useState<Readonly<Record<number, string>>>({});
  const first =
    order.shipments
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? order.date;
  const step = useStepFields({ reason: {}, date: { min: order.date, after: first } });
  const requested = lines.flatMap(({ no }) => (Number(quantities[no]) > 0 ? [{ line: no, quantity: quantities[no] ?? '' }] : []));
  const body = { ...step.body, lines: requested };
  const unread = Object.values(quantities).map(useNumberFault()).find(Boolean);
  const incomplete = unread ?? (requested.length === 0 ? t('orders.return.nothing') : step.incomplete);
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
      {step.inputs}
    </ActionDialog>
  );
}

interface LinesProps {
  readonly lines: readonly Schemas['OrderLine'][];
  readonly quantities: Readonly<Record<number, string>>;
  readonly onChange: (no: number, quantity: string) => void;
}

function ReturnLines({ lines, quantities, onChange }: LinesProps) {
  const t = useT();
  const { decimal } = useFormats();
  return (
    <LinesTable heads={[t('orders.item'), [t('orders.return.most'), 'amount'], t('orders.return.quantity')]}>
      <tbody>
        {lines.map(({ no, code, name, returnable }, index) => (
          <tr key={no}>
            <td>
              <b>{code}</b> {name}
            </td>
            <td className="amount">{decimal(returnable)}</td>
            <td>
              <DecimalInput
                aria-label={t('orders.return.quantityOf', { code })}
                w={110}
                value={quantities[no]}
                onChange={(value) => onChange(no, value)}
                {...(index === 0 ? { 'data-autofocus': true } : {})}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
