import { addDays, type IsoDate, yearOf } from '#kernel/date.ts';
import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { creditable } from '../receivables/credit.ts';
import type { StoredInvoice } from '../receivables/invoice.ts';
import type { ChainOwner } from './chain-owner.ts';
import { dutiesOf, type Obliged } from './einvoice-duty.ts';

/** First and last day on which records are chained. */
export interface ChainDays {
  readonly from: IsoDate;
  readonly until?: IsoDate;
}

/**
 * Switches the chain on from a day to come, tomorrow at the earliest: what was issued before, this morning too, has no record, and none is
 * made later. A chain that has begun goes on where it ended.
 * @throws DomainError `verifactu.past`, `verifactu.begun` (422).
 */
export function switchedOn(days: ChainDays | undefined, from: IsoDate, today: IsoDate): ChainDays {
  if (days && days.from <= today && (days.until ?? today) >= today)
    throwIf(refusal('verifactu.begun', `Records have been chained since ${days.from}.`, 'body.verifactuFrom', { from: days.from }));
  const first = addDays(today, 1);
  if (from < first) {
    const why = `Invoices may have been issued on ${from} already, and have no record: use ${first} or a later day.`;
    throwIf(refusal('verifactu.past', why, 'body.verifactuFrom', { from, first }));
  }
  return { from };
}

/**
 * Switches it off: at once where it has not begun; else at the end of the year in which it is used (RD 1007/2023 art. 16), unless the
 * law asks for it by then.
 * @throws DomainError `verifactu.duty` (422).
 */
export function switchedOff(company: Obliged, days: ChainDays | undefined, today: IsoDate): ChainDays | undefined {
  if (!days || days.from > today) return undefined;
  const until = `${yearOf(today)}-12-31`;
  const { verifactu: duty } = dutiesOf(company);
  if (duty <= `${Number(yearOf(today)) + 1}-01-01`)
    throwIf(
      refusal(
        'verifactu.duty',
        `Records are a duty from ${duty} on, and are chained until the end of the year: it stays on.`,
        'body.verifactuFrom',
        {
          duty,
        },
      ),
    );
  return { from: days.from, until };
}

/** Records are chained of one issuer: a company whose chain has begun keeps its tax id, and another company begins its own. */
export function refusalOfOtherIssuer({ taxId, einvoicing }: ChainOwner, today: IsoDate): Refusal | undefined {
  const from = einvoicing?.verifactu?.from;
  if (from === undefined || from > today) return undefined;
  const why = `Records of Verifactu have been chained for ${taxId} since ${from}: its tax id stays.`;
  return refusal('verifactu.issuer', why, 'body.taxId', { taxId, from });
}

/**
 * What of an invoice must be for its record to be cancelled (registro de anulación): it has one, and credit notes have taken all of it
 * back, so that the books know nothing of it either.
 */
export function refusalOfRecordCancellation(invoice: StoredInvoice): Refusal | undefined {
  const { id, verifactu, verifactuCancelled } = invoice;
  if (verifactu === undefined)
    return refusal('verifactu.no_record', `${id} was issued without a record.`, 'path.invoiceId', { document: id });
  if (verifactuCancelled !== undefined)
    return refusal('verifactu.cancelled', `The record of ${id} is cancelled already.`, 'path.invoiceId', { document: id });
  return creditable(invoice).some((net) => net > 0)
    ? refusal('verifactu.not_credited', `Credit ${id} in full first: what is left of it was sold.`, 'path.invoiceId', { document: id })
    : undefined;
}
