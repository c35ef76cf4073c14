import { minorText } from '#kernel/money.ts';
import { type XmlNode, xmlFile } from '#kernel/xml-writer.ts';
import { type PaymentRun, type RunPayment, transfersOf } from './payment-run.ts';
import { sepaText } from './sepa-text.ts';

/** Who orders the payments, or collects them. */
export interface Orderer {
  readonly name: string;
  readonly taxId: string;
}

export const MAX_SEPA_NAME = 70;
const MAX_REMITTANCE = 140;

/** The 26 letters and digits of a run's id: in the file an underscore is not allowed. */
export const tokenOf = (runId: string): string => runId.slice(runId.indexOf('_') + 1);

/** The bank tells of one transfer by this: the run and its place in it. ≤ 35. */
export const endToEndId = (runId: string, { no }: Pick<RunPayment, 'no'>): string => `${tokenOf(runId)}-${no}`;

type Summed = Pick<RunPayment, 'amount'>;
/** How many there are, and what they come to. */
export const sumsOf = (payments: readonly Summed[]): XmlNode[] => [
  ['NbOfTxs', String(payments.length)],
  ['CtrlSum', minorText(payments.reduce((sum, { amount }) => sum + amount, 0))],
];

/** Who sends what, and what all of it comes to. @param id by which the bank knows the sender. @param at ISO instant. */
export const headerOf = (runId: string, payments: readonly Summed[], { name, id }: { name: string; id: string }, at: string): XmlNode => [
  'GrpHdr',
  [
    ['MsgId', tokenOf(runId)],
    ['CreDtTm', at.slice(0, 19)],
    ...sumsOf(payments),
    [
      'InitgPty',
      [
        ['Nm', sepaText(name, MAX_SEPA_NAME)],
        ['Id', [['OrgId', [['Othr', [['Id', id]]]]]]],
      ],
    ],
  ],
];

/** The file as a whole. @param of its one element. */
export const documentOf = (version: string, of: XmlNode): string =>
  xmlFile(['Document', [of], { xmlns: `urn:iso:std:iso:20022:tech:xsd:${version}` }]);

/** What the supplier reads: the numbers of the bills that are paid, and of the credit notes taken off. */
export function remittanceOf({ charges, credits }: Pick<RunPayment, 'charges' | 'credits'>): string {
  const numbers = (items: RunPayment['charges']) => items.map(({ reference }) => reference).join(', ');
  return sepaText(`Fra. ${numbers(charges)}${credits.length > 0 ? ` Abono ${numbers(credits)}` : ''}`, MAX_REMITTANCE);
}

/** One transfer of a file: what is paid to whom, and what they read of it. */
export interface Transfer extends Pick<RunPayment, 'no' | 'partyName' | 'iban' | 'amount'> {
  readonly remittance: string;
}
/** Transfers that leave together, from one account. */
export interface TransferOrder extends Pick<PaymentRun, 'date' | 'iban'> {
  readonly version: string;
  readonly transfers: readonly Transfer[];
  /** What all of them are for, as banks know it (ISO 20022 external code): `SALA` of wages. Absent: suppliers. */
  readonly purpose?: 'SALA';
}

const transfer = (runId: string, payment: Transfer): XmlNode => [
  'CdtTrfTxInf',
  [
    ['PmtId', [['EndToEndId', endToEndId(runId, payment)]]],
    ['Amt', [['InstdAmt', minorText(payment.amount), { Ccy: 'EUR' }]]],
    ['Cdtr', [['Nm', sepaText(payment.partyName, MAX_SEPA_NAME)]]],
    ['CdtrAcct', [['Id', [['IBAN', payment.iban]]]]],
    ['RmtInf', [['Ustrd', payment.remittance]]],
  ],
];

/**
 * The file that tells the bank what to pay (ISO 20022, SEPA credit transfers): the same run gives the same bytes. Addresses are
 * left out: since 15 November 2026 an unstructured one is refused (EPC rulebooks 2025, v1.1), and none is asked for within the SEPA.
 * @param at ISO instant of the second approval.
 */
export function painFile(runId: string, run: PaymentRun, debtor: Orderer, at: string): string {
  const transfers = transfersOf(run).map((payment) => ({ ...payment, remittance: remittanceOf(payment) }));
  return transferFile(runId, { version: run.version, date: run.date, iban: run.iban, transfers }, debtor, at);
}

/** The file of any transfers that leave together. @param runId of the record that they are of: 26 letters and digits. */
export function transferFile(runId: string, order: TransferOrder, debtor: Orderer, at: string): string {
  const { version, date, iban, transfers: paid, purpose } = order;
  const name = sepaText(debtor.name, MAX_SEPA_NAME);
  const payments: XmlNode = [
    'PmtInf',
    [
      ['PmtInfId', `${tokenOf(runId)}-P1`],
      ['PmtMtd', 'TRF'],
      ...sumsOf(paid),
      ['PmtTpInf', [['SvcLvl', [['Cd', 'SEPA']]], ...(purpose ? ([['CtgyPurp', [['Cd', purpose]]]] as XmlNode[]) : [])]],
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
  return documentOf(version, ['CstmrCdtTrfInitn', [headerOf(runId, paid, { name: debtor.name, id: debtor.taxId }, at), payments]]);
}
