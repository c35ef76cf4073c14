import { assertDefined } from '#kernel/assert.ts';
import { minorText } from '#kernel/money.ts';
import type { XmlNode } from '#kernel/xml-writer.ts';
import { creditorId } from './debit-rules.ts';
import type { MandateUse } from './mandate.ts';
import { documentOf, endToEndId, headerOf, MAX_SEPA_NAME, type Orderer, remittanceOf, sumsOf, tokenOf } from './pain.ts';
import { type PaymentRun, type RunPayment, transfersOf } from './payment-run.ts';
import { sepaText } from './sepa-text.ts';

/** A debit with the mandate that it rests on. */
type Debit = RunPayment & { readonly mandate: MandateUse };

/** A debtor whose account is another than at the last collection (EPC130-08: same mandate, new debtor account). */
const AMENDMENT: readonly XmlNode[] = [
  ['AmdmntInd', 'true'],
  ['AmdmntInfDtls', [['OrgnlDbtrAcct', [['Id', [['Othr', [['Id', 'SMNDA']]]]]]]]],
];

const NO_BIC: XmlNode[] = [['FinInstnId', [['Othr', [['Id', 'NOTPROVIDED']]]]]];

const debit = (runId: string, payment: Debit): XmlNode => [
  'DrctDbtTxInf',
  [
    ['PmtId', [['EndToEndId', endToEndId(runId, payment)]]],
    ['InstdAmt', minorText(payment.amount), { Ccy: 'EUR' }],
    [
      'DrctDbtTx',
      [
        [
          'MndtRltdInf',
          [['MndtId', payment.mandate.reference], ['DtOfSgntr', payment.mandate.signedOn], ...(payment.mandate.amended ? AMENDMENT : [])],
        ],
      ],
    ],
    ['DbtrAgt', NO_BIC],
    ['Dbtr', [['Nm', sepaText(payment.partyName, MAX_SEPA_NAME)]]],
    ['DbtrAcct', [['Id', [['IBAN', payment.iban]]]]],
    ['RmtInf', [['Ustrd', remittanceOf(payment)]]],
  ],
];

interface Creditor {
  readonly name: string;
  readonly id: string;
}

/** The creditor identifier (AT-02). */
const schemeId = (id: string): XmlNode => {
  const other: XmlNode = [
    'Othr',
    [
      ['Id', id],
      ['SchmeNm', [['Prtry', 'SEPA']]],
    ],
  ];
  return ['CdtrSchmeId', [['Id', [['PrvtId', [other]]]]]];
};

/** One block of the file: what is collected on one day by one scheme as one kind of collection. */
function block(
  runId: string,
  { date, iban }: PaymentRun,
  { name, id }: Creditor,
  [no, debits]: readonly [number, readonly Debit[]],
): XmlNode {
  const { scheme, sequence } = assertDefined(debits[0], 'a debit').mandate;
  const who = sepaText(name, MAX_SEPA_NAME);
  return [
    'PmtInf',
    [
      ['PmtInfId', `${tokenOf(runId)}-P${no}`],
      ['PmtMtd', 'DD'],
      ...sumsOf(debits),
      [
        'PmtTpInf',
        [
          ['SvcLvl', [['Cd', 'SEPA']]],
          ['LclInstrm', [['Cd', scheme]]],
          ['SeqTp', sequence],
        ],
      ],
      ['ReqdColltnDt', date],
      ['Cdtr', [['Nm', who]]],
      [
        'CdtrAcct',
        [
          ['Id', [['IBAN', iban]]],
          ['Ccy', 'EUR'],
        ],
      ],
      ['CdtrAgt', NO_BIC],
      ['ChrgBr', 'SLEV'],
      schemeId(id),
      ...debits.map((payment) => debit(runId, payment)),
    ],
  ];
}

/**
 * The file that tells the bank what to collect (ISO 20022, SEPA direct debits; EPC130-08): the same run gives the same bytes. One
 * block a scheme and kind of collection, since a run has one day and one account.
 * @param at ISO instant of the approval.
 */
export function debitFile(
  runId: string,
  run: PaymentRun,
  company: Orderer & { readonly creditorSuffix?: string | undefined },
  at: string,
): string {
  const debits = transfersOf(run).flatMap((payment) => (payment.mandate ? [payment as Debit] : []));
  const creditor = { name: company.name, id: creditorId(company.taxId, company.creditorSuffix) };
  const blocks = [...Map.groupBy(debits, ({ mandate: { scheme, sequence } }) => `${scheme}-${sequence}`)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return documentOf(run.version, [
    'CstmrDrctDbtInitn',
    [headerOf(runId, debits, creditor, at), ...blocks.map(([, theirs], i) => block(runId, run, creditor, [i + 1, theirs]))],
  ]);
}
