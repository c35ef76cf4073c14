import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EInvoice, TradeParty } from '#domain/finance/einvoice/einvoice.ts';
import { readEInvoices } from '#domain/finance/einvoice/read-einvoice.ts';
import { minorText } from '#kernel/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { PaperFile } from '../../notes/paper-file.tsx';
import { Facts } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { xmlTree } from './xml-tree.ts';

interface Props {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Of a batch: the places of its invoices. */
  readonly invoices: { readonly from: number; readonly to: number } | undefined;
  /** Asks for a link to it. */
  readonly link: () => Promise<{ readonly url: string }>;
}

/** What an electronic invoice says, as a page: by the readers that the server reads it by. The file itself stands below. */
export default function EInvoicePage({ id, invoices, link, ...file }: Props) {
  const t = useT();
  const { data, isPending } = useQuery({
    queryKey: ['einvoice', id],
    queryFn: async ({ signal }) => {
      const { url } = await link();
      const answer = await fetch(url, { signal });
      if (!answer.ok) throw new Error(`The file's store answered ${answer.status}.`);
      const root = xmlTree(new Uint8Array(await answer.arrayBuffer()));
      return (root && readEInvoices(root, invoices)?.invoices) ?? [];
    },
    // A file never changes; what the server could not read either is told beside it.
    staleTime: 'static',
    retry: false,
  });
  if (isPending) return <Loader aria-label={t('shell.loading')} />;
  return (
    <>
      {data?.map((invoice) => (
        <Invoice key={invoice.number} invoice={invoice} />
      ))}
      <PaperFile id={id} link={link} {...file} />
    </>
  );
}

const partyText = ({ name, vatId, legalId, address: { street, postalCode, city, country } }: TradeParty): string =>
  [name, vatId ?? legalId, street, [postalCode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');

type Amount = (minor: number) => string;

function Invoice({ invoice }: { readonly invoice: EInvoice }) {
  const t = useT();
  const { date, money } = useFormats();
  const { currency, sums, payment, withheld } = invoice;
  const amount: Amount = (minor) => money({ amount: minorText(minor, currency), currency } as never);
  return (
    <section aria-label={invoice.number}>
      <Facts
        facts={[
          [t('documents.einvoice.number'), invoice.number],
          [t('documents.einvoice.date'), date(invoice.issueDate)],
          [t('documents.einvoice.due'), invoice.dueDate && date(invoice.dueDate)],
          [t('documents.einvoice.seller'), partyText(invoice.seller)],
          [t('documents.einvoice.buyer'), partyText(invoice.buyer)],
          [t('documents.einvoice.account'), payment?.iban],
          [t('documents.einvoice.notes'), invoice.notes.join(' ')],
        ]}
      />
      <Lines invoice={invoice} amount={amount} />
      <Facts
        facts={[
          [t('documents.einvoice.total'), amount(sums.gross)],
          [t('documents.einvoice.prepaid'), sums.prepaid === 0 ? undefined : amount(sums.prepaid)],
          [t('documents.einvoice.withheld'), withheld.length === 0 ? undefined : withheld.map((each) => amount(each.amount)).join(', ')],
          [t('documents.einvoice.payable'), amount(sums.due)],
        ]}
      />
    </section>
  );
}

/** Lines, what is taken off or added to all of them, and the tax by rate. */
function Lines({ invoice, amount }: { readonly invoice: EInvoice; readonly amount: Amount }) {
  const t = useT();
  const { decimal } = useFormats();
  const rate = (percent: string) => `${decimal(percent)} %`;
  const adjusted = [
    ...invoice.allowances.map(({ amount: minor, ...each }) => ({ ...each, minor: -minor })),
    ...invoice.charges.map(({ amount: minor, ...each }) => ({ ...each, minor })),
  ];
  return (
    <>
      <RowsTable
        rows={invoice.lines}
        columns={[
          [t('documents.einvoice.line'), ({ code, name }) => [code, name].filter(Boolean).join(' ')],
          [t('documents.einvoice.quantity'), ({ quantity, unit }) => `${decimal(quantity)} ${unit === 'C62' ? '' : unit}`, 'amount'],
          [t('documents.einvoice.price'), ({ price }) => decimal(price), 'amount'],
          [t('documents.einvoice.rate'), ({ vat }) => rate(vat.percent), 'amount'],
          [t('documents.einvoice.net'), ({ net }) => amount(net), 'amount'],
        ]}
      />
      {adjusted.length > 0 && (
        <RowsTable
          rows={adjusted}
          columns={[
            [t('documents.einvoice.adjustment'), ({ reason }) => reason],
            [t('documents.einvoice.rate'), ({ vat }) => rate(vat.percent), 'amount'],
            [t('documents.einvoice.net'), ({ minor }) => amount(minor), 'amount'],
          ]}
        />
      )}
      <RowsTable
        rows={invoice.taxes}
        columns={[
          [t('documents.einvoice.tax'), ({ category, percent, reason }) => [rate(percent), category, reason].filter(Boolean).join(' · ')],
          [t('documents.einvoice.base'), ({ base }) => amount(base), 'amount'],
          [t('documents.einvoice.amount'), ({ tax }) => amount(tax), 'amount'],
        ]}
      />
    </>
  );
}
