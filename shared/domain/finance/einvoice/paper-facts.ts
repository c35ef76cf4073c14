import { Address } from '#kernel/address.ts';
import { defined } from '#kernel/optional.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import type { PaperFacts } from '../bill-proposals/bill-proposal.ts';
import { type EInvoice, incomeTaxWithheld, summedPercent, type TradeParty } from './einvoice.ts';

/** Categories whose tax the buyer owes (UNCL 5305): AE reverse charge, K supplies within the Union. */
const OWED_BY_BUYER: ReadonlySet<string> = new Set(['AE', 'K']);

/** What an electronic invoice says, as a bill can be made of it. */
export function paperFactsOf(invoice: EInvoice): PaperFacts {
  const { number, issueDate, dueDate, instalments, currency, seller, payment, taxes, sums, type } = invoice;
  const withheld = incomeTaxWithheld(invoice);
  return {
    ...{ taxIds: taxIdsOf(seller), name: seller.name, ibans: payment?.iban ? [payment.iban] : [] },
    ...defined({ address: wholeAddress(seller) }),
    ...{ reference: number, date: issueDate, dueDate, currency },
    ...defined({ instalments }),
    taxes: taxes.map((tax) => ({
      ...{ rate: summedPercent(tax), base: tax.base, tax: tax.tax },
      ...(OWED_BY_BUYER.has(tax.category) ? { owedByBuyer: true as const } : {}),
    })),
    ...(withheld > 0 ? { withholding: withheld } : {}),
    ...(sums.rounding === 0 ? {} : { rounding: sums.rounding }),
    total: sums.gross + sums.rounding - withheld,
    isCreditNote: type === '381' || sums.gross < 0,
  };
}

/** Where a party is, if all of it is told. */
function wholeAddress({ address: { street, more, postalCode, city, province, country } }: TradeParty): Address | undefined {
  const parsed = Address.safeParse({
    street: [street, more].filter(Boolean).join(', '),
    postalCode,
    city,
    ...defined({ province }),
    country,
  });
  return parsed.success ? parsed.data : undefined;
}

/** The tax ids of a party, each once, as they are compared. */
export const taxIdsOf = ({ vatId, legalId }: TradeParty): string[] => [
  ...new Set([vatId, legalId].flatMap((id) => (id ? [bareTaxId(id)] : []))),
];
