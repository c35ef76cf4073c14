import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { valuesText } from '../../lines/dimension-text.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { TotalRows } from '../../record/totals.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { inBoth } from '../currencies/in-both.tsx';
import { DocumentBody, useReversedText } from '../open-items/document-body.tsx';
import { BroughtNote } from '../opening/brought-note.tsx';
import { ReceivedGoods } from '../received-goods/received-goods.tsx';

type Purchase = Schemas['SupplierBill'] | Schemas['SupplierCreditNote'];

function PurchaseLines({ purchase }: { readonly purchase: Purchase }) {
  const t = useT();
  const formats = useFormats();
  const { percent } = formats;
  return (
    <LinesTable heads={[t('payables.account'), t('billing.lines.concept'), ...amounts(t('billing.lines.vat'), t('billing.lines.net'))]}>
      <tbody>
        {purchase.lines.map(({ line, account, text, percent: rate, net, foreign, dimensions }) => (
          <tr key={line}>
            <td>
              <Link to={`/accounts/${account}` as never}>{account}</Link>
            </td>
            <td>
              {text} {dimensions && <small className="dimmed">{valuesText(dimensions)}</small>}
            </td>
            <td className="amount">{percent(rate)}</td>
            <td className="amount">{inBoth(net, foreign, formats)}</td>
          </tr>
        ))}
      </tbody>
      <TotalRows totals={purchase.totals} span={3} />
    </LinesTable>
  );
}

interface BodyProps {
  readonly purchase: Purchase;
  /** What this kind of document has besides. */
  readonly facts: readonly (readonly [string, React.ReactNode])[];
  readonly words: { readonly title: string; readonly none: string; readonly open: string };
  readonly onRemove?: ((billId: string) => void) | undefined;
}

/** What a bill and a credit note show alike: facts, lines, what stands against it, the entries. */
export function PurchaseBody({ purchase, facts, words, onRemove }: BodyProps) {
  const t = useT();
  const { date, money, percent } = useFormats();
  const reversed = useReversedText();
  const exchange = useExchangeText();
  const { withheld } = purchase;
  return (
    <>
      <BroughtNote brought={purchase.brought} />
      <DocumentBody
        document={purchase}
        facts={[
          [t('payables.reference'), purchase.reference],
          [t('payables.register'), purchase.register],
          [t('payables.date'), date(purchase.date)],
          [t('payables.receivedOn'), date(purchase.receivedOn)],
          [t('payables.taxId'), purchase.supplierTaxId],
          ...facts,
          [t('payables.withheld'), withheld && `${money(withheld.amount)} (${withheld.code}, ${percent(withheld.percent)})`],
          [t('payables.payable'), money(purchase.payable)],
          [t('currencies.inCurrency'), exchange(purchase.foreign, purchase.foreign?.payable)],
          [t('billing.notes'), purchase.notes],
          [t('payables.reversed'), reversed(purchase.reversal)],
        ]}
        words={words}
        onRemove={onRemove}
      >
        <Section title={t('records.lines')}>
          <PurchaseLines purchase={purchase} />
        </Section>
        <ReceivedGoods lines={purchase.lines} />
      </DocumentBody>
    </>
  );
}
