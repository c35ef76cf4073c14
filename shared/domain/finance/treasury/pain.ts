import { minorText } from '#kernel/money.ts';
import { type PaymentRun, type RunPayment, runTotal, transfersOf } from './payment-run.ts';
import { sepaText, xmlText } from './sepa-text.ts';

/** Who orders the payments. */
interface Debtor {
  readonly name: string;
  readonly taxId: string;
}

const MAX_NAME = 70;
const MAX_REMITTANCE = 140;

/** The 26 letters and digits of a run's id: in the file an underscore is not allowed. */
const tokenOf = (runId: string): string => runId.slice(runId.indexOf('_') + 1);

/** The bank tells of one transfer by this: the run and its place in it. ≤ 35. */
export const endToEndId = (runId: string, { no }: Pick<RunPayment, 'no'>): string => `${tokenOf(runId)}-${no}`;

type Node = readonly [name: string, content: string | readonly Node[], attributes?: string];

const element = ([name, content, attributes = '']: Node, indent: string): string =>
  typeof content === 'string'
    ? `${indent}<${name}${attributes}>${xmlText(content)}</${name}>`
    : `${indent}<${name}${attributes}>\n${content.map((child) => element(child, `${indent}  `)).join('\n')}\n${indent}</${name}>`;

/** What the supplier reads: the numbers of the bills that are paid, and of the credit notes taken off. */
export function remittanceOf({ bills, credits }: Pick<RunPayment, 'bills' | 'credits'>): string {
  const numbers = (items: RunPayment['bills']) => items.map(({ reference }) => reference).join(', ');
  return sepaText(`Fra. ${numbers(bills)}${credits.length > 0 ? ` Abono ${numbers(credits)}` : ''}`, MAX_REMITTANCE);
}

const transfer = (runId: string, payment: RunPayment): Node => [
  'CdtTrfTxInf',
  [
    ['PmtId', [['EndToEndId', endToEndId(runId, payment)]]],
    ['Amt', [['InstdAmt', minorText(payment.amount), ' Ccy="EUR"']]],
    ['Cdtr', [['Nm', sepaText(payment.supplierName, MAX_NAME)]]],
    ['CdtrAcct', [['Id', [['IBAN', payment.iban]]]]],
    ['RmtInf', [['Ustrd', remittanceOf(payment)]]],
  ],
];

/**
 * The file that tells the bank what to pay (ISO 20022, SEPA credit transfers): the same run gives the same bytes. Addresses are
 * left out: since 15 November 2026 an unstructured one is refused (EPC rulebooks 2025, v1.1), and none is asked for within the SEPA.
 * @param at ISO instant of the second approval.
 */
export function painFile(runId: string, run: PaymentRun, debtor: Debtor, at: string): string {
  const { version, date, iban } = run;
  const paid = transfersOf(run);
  const sums: Node[] = [
    ['NbOfTxs', String(paid.length)],
    ['CtrlSum', minorText(runTotal(run))],
  ];
  const name = sepaText(debtor.name, MAX_NAME);
  const header: Node = [
    'GrpHdr',
    [
      ['MsgId', tokenOf(runId)],
      ['CreDtTm', at.slice(0, 19)],
      ...sums,
      [
        'InitgPty',
        [
          ['Nm', name],
          ['Id', [['OrgId', [['Othr', [['Id', debtor.taxId]]]]]]],
        ],
      ],
    ],
  ];
  const payments: Node = [
    'PmtInf',
    [
      ['PmtInfId', `${tokenOf(runId)}-P1`],
      ['PmtMtd', 'TRF'],
      ...sums,
      ['PmtTpInf', [['SvcLvl', [['Cd', 'SEPA']]]]],
      ['ReqdExctnDt', version === 'pain.001.001.03' ? date : [['Dt', date]]],
      ['Dbtr', [['Nm', name]]],
      [
        'DbtrAcct',
        [
          ['Id', [['IBAN', iban]]],
          ['Ccy', 'EUR'],
        ],
      ],
      ['DbtrAgt', [['FinInstnId', [['Othr', [['Id', 'NOTPROVIDED']]]]]]],
      ['ChrgBr', 'SLEV'],
      ...paid.map((payment) => transfer(runId, payment)),
    ],
  ];
  const document: Node = ['Document', [['CstmrCdtTrfInitn', [header, payments]]], ` xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"`];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(document, '')}\n`;
}
