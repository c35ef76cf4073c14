import type { StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { LineCandidate } from '#domain/finance/banking/line-candidates.ts';
import { returnCodeOf, tellsOfReturn } from '#domain/finance/banking/line-return.ts';
import { MATCH_OPTIONS } from '#domain/finance/banking/matching.ts';
import { endToEndId } from '#domain/finance/treasury/pain.ts';
import { PaymentRuns, type RunPayment, runKind, type StoredRun } from '#domain/finance/treasury/payment-run.ts';
import { addDays } from '#kernel/date.ts';
import { defined } from '#kernel/optional.ts';
import { numberOf } from '#kernel/record.ts';
import { listDated } from '#runtime/dated-list.ts';
import type { Records } from '#runtime/records.ts';

/** A debit is given back within eight weeks (thirteen months where nobody had consented: a person names that); runs that are read. */
const [BACK_DAYS, MAX_RUNS] = [70, 50];
/** Debits that are offered as one of several: the latest. */
const MAX_PICKS = 40;

/** A payment of a run that came back: a debit with what the bank kept for it, a transfer as it left. */
function returnOf(run: StoredRun, payment: RunPayment, line: StoredBankLine): LineCandidate[] {
  const { no, amount, partyId, partyName, iban, charges, mandate, paymentId = '' } = payment;
  const isDebit = runKind(run) === 'debit';
  const fee = isDebit ? -line.amount - amount : 0;
  if (payment.state !== 'paid' || fee < 0 || fee > MATCH_OPTIONS.maxFee || (!isDebit && amount !== line.amount)) return [];
  const of = { kind: PaymentRuns.kind, id: run.id, number: numberOf(PaymentRuns, run.id), date: run.executedOn ?? run.date };
  const code = returnCodeOf(line);
  return [
    {
      document: { ...of, no, partyId, partyName, open: Math.abs(line.amount) },
      candidate: {
        ...{ id: `${run.id}#${no}`, kind: 'run-payment', open: line.amount, currency: line.currency, date: of.date, partyId },
        ...{ numbers: [...charges.map(({ reference }) => reference), ...(mandate ? [mandate.reference] : [])] },
        ...{ partyNames: [partyName], partyIbans: [iban], endToEndId: endToEndId(run.id, { no }) },
      },
      part: isDebit
        ? { as: 'return', runId: run.id, no, code, recharge: false, ...defined({ fee: fee === 0 ? undefined : fee }) }
        : { as: 'reversal', documentId: paymentId },
    },
  ];
}

/** Payments of runs that a line which tells of a return may give back: of the account's runs of the weeks before. */
export async function returnedCandidates(
  records: Records,
  fiscalYears: readonly string[],
  line: StoredBankLine,
  account: string,
): Promise<LineCandidate[]> {
  if (!tellsOfReturn(line)) return [];
  const kind = line.amount < 0 ? 'debit' : 'transfer';
  const range = { limit: MAX_RUNS, order: 'desc', from: addDays(line.date, -BACK_DAYS), to: line.date } as const;
  const { items } = await listDated(records, PaymentRuns, fiscalYears, range);
  const runs = items.filter((run) => runKind(run) === kind && run.account === account);
  const alone = runs.flatMap((run) => run.payments.flatMap((payment) => returnOf(run, payment, line)));
  if (alone.length > 0 || kind === 'transfer') return alone;
  return runs.flatMap((run) => run.payments.flatMap((payment) => pickOf(run, payment, line))).slice(0, MAX_PICKS);
}

/** A debit that may be one of several on the line, as it was collected: what the bank kept for all of them is told by itself. */
function pickOf(run: StoredRun, payment: RunPayment, line: StoredBankLine): LineCandidate[] {
  const one = { ...line, amount: -payment.amount };
  return payment.amount < -line.amount ? returnOf(run, payment, one).map((each) => ({ ...each, pick: true as const })) : [];
}
