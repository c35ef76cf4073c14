import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { elementAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { isCurrencyCode, minorOfText } from './statement-amount.ts';
import { refuseStatement } from './statement-fault.ts';

/** CRDT is 1, DBIT is −1. Of a reversal, too: the indicator tells which way the money went now. */
export function signOf(element: XmlElement): number {
  const indicator = textAt(element, 'CdtDbtInd');
  if (indicator === 'CRDT') return 1;
  if (indicator === 'DBIT') return -1;
  return refuseStatement('sign', element.line, `${element.name} has no CdtDbtInd of CRDT or DBIT.`, { text: indicator ?? '' });
}

/** An amount with its currency, where the element has one at that path. @throws DomainError where it is no amount of its currency */
export function camtMoney(element: XmlElement, path: string): { readonly amount: Minor; readonly currency: string } | undefined {
  const found = elementAt(element, path);
  if (!found) return undefined;
  const { text, line } = found;
  const currency = found.attributes.Ccy ?? '';
  if (!isCurrencyCode(currency)) refuseStatement('currency', line, `${found.name} has no currency (Ccy).`, { text: currency });
  const amount = minorOfText(text, currency);
  return amount === undefined || amount < 0
    ? refuseStatement('amount', line, `"${text.trim()}" is no amount in ${currency}.`, { text: text.trim(), currency })
    : { amount, currency };
}

/** The amount that an element must have. */
export const requiredCamtMoney = (element: XmlElement, path: string) =>
  camtMoney(element, path) ?? refuseStatement('missing', element.line, `${element.name} has no ${path}.`, { tag: path });

/** The bank's own day of an instant or a day. */
export function instantDay(element: XmlElement, path: string): IsoDate | undefined {
  const text = textAt(element, path);
  if (text === undefined) return undefined;
  const { line } = elementAt(element, path) ?? element;
  return isIsoDate(text.slice(0, 10)) ? text.slice(0, 10) : refuseStatement('date', line, `"${text}" is no day that exists.`, { text });
}

/** A choice of a day (Dt) and an instant (DtTm). */
export const dayOf = (element: XmlElement, path: string): IsoDate | undefined =>
  instantDay(element, `${path}/Dt`) ?? instantDay(element, `${path}/DtTm`);
