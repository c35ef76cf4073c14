import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { numberOf } from '../../record/kinds.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';

interface Props {
  readonly ret: Schemas['Return'];
  readonly lines: readonly Schemas['OrderLine'][];
}

/** Each arrival of goods: what became of them, at what cost, and how much was credited for them. */
export function ReturnReceipts({ ret, lines }: Props) {
  const t = useT();
  const { date } = useFormats();
  return ret.receipts.map((receipt) => (
    <Section
      key={receipt.id}
      title={t('returns.receiptOf', { date: date(receipt.date) })}
      actions={receipt.creditNoteIds.map((id) => (
        <Link key={id} to={`/credit-notes/${id}` as never}>
          {t('orders.creditNoteOne', { number: numberOf(id) })}
        </Link>
      ))}
    >
      <ReceiptTable receipt={receipt} lines={lines} />
    </Section>
  ));
}

function ReceiptTable({ receipt, lines }: { readonly receipt: Schemas['ReturnReceipt']; readonly lines: Props['lines'] }) {
  const t = useT();
  const { decimal, money } = useFormats();
  return (
    <LinesTable
      heads={[
        t('orders.item'),
        t('returns.disposition'),
        [t('orders.quantity'), 'amount'],
        [t('orders.cost'), 'amount no-print'],
        [t('returns.credited'), 'amount'],
      ]}
    >
      <tbody>
        {receipt.lines.map(({ line, quantity, disposition, cost, net }) => (
          <tr key={`${line} ${disposition}`}>
            <td>
              <b>{lines[line - 1]?.code ?? line}</b> {lines[line - 1]?.name}
            </td>
            <td>{t(`returns.dispositions.${disposition}`)}</td>
            <td className="amount">{decimal(quantity)}</td>
            <td className="amount no-print">{money(cost)}</td>
            <td className="amount">{money(net)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
