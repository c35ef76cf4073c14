import { CloseButton } from '@mantine/core';
import type { RefObject } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { inCurrency } from '../../api/money.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { PickField } from '../../ui/pick-field.tsx';
import styles from './banking.module.css';
import { type OtherPart, openIn } from './other-part.ts';
import type { WaitingLine } from './use-queue.ts';

const [DOCUMENTS, PARTIES] = [12, 6];
type Can = ReturnType<typeof useCan>;

/** Invoices and suppliers' credit notes that money may have come for, and customers who may have paid on account. */
async function incoming(q: string, currency: string, can: Can): Promise<OtherPart[]> {
  const [invoices, notes, customers] = await Promise.all([
    can('listInvoices')
      ? api.GET('/invoices', { params: { query: { q, limit: DOCUMENTS, state: 'open,overdue' } } }).then(dataOf)
      : { items: [] },
    can('listSupplierCreditNotes')
      ? api.GET('/payables/credit-notes', { params: { query: { q, limit: DOCUMENTS, open: true } } }).then(dataOf)
      : { items: [] },
    can('listCustomers') ? api.GET('/customers', { params: { query: { q, limit: PARTIES } } }).then(dataOf) : { items: [] },
  ]);
  return [
    ...invoices.items.flatMap((row): OtherPart[] => {
      const open = openIn(row, currency);
      if (open === undefined) return [];
      const { id, number, customerId, customer, date } = row;
      return [{ kind: 'invoice', id, number, partyId: customerId, partyName: customer.name, date, open, amount: '' }];
    }),
    ...notes.items.flatMap((row): OtherPart[] => {
      const open = openIn(row, currency);
      if (open === undefined || row.paymentRunId) return [];
      const { id, reference: number, supplierId: partyId, supplierName: partyName, date } = row;
      return [{ kind: 'supplier-credit-note', id, number, partyId, partyName, date, open, amount: '' }];
    }),
    ...customers.items.map(({ id, name }): OtherPart => ({ kind: 'customer', id, partyId: id, partyName: name, amount: '' })),
  ];
}

/** Bills and credit notes that money may have gone for, and suppliers who may have been paid on account. */
async function outgoing(q: string, currency: string, can: Can): Promise<OtherPart[]> {
  const [bills, notes, suppliers] = await Promise.all([
    can('listSupplierBills')
      ? api.GET('/payables/bills', { params: { query: { q, limit: DOCUMENTS, state: 'open,overdue' } } }).then(dataOf)
      : { items: [] },
    can('listCreditNotes')
      ? api.GET('/credit-notes', { params: { query: { q, limit: DOCUMENTS, open: true } } }).then(dataOf)
      : { items: [] },
    can('listSuppliers') ? api.GET('/payables/suppliers', { params: { query: { q, limit: PARTIES } } }).then(dataOf) : { items: [] },
  ]);
  return [
    ...bills.items.flatMap((row): OtherPart[] => {
      const open = openIn(row, currency);
      if (open === undefined || row.paymentRunId) return [];
      const { id, reference: number, supplierId: partyId, supplierName: partyName, date } = row;
      return [{ kind: 'supplier-bill', id, number, partyId, partyName, date, open, amount: '' }];
    }),
    ...notes.items.flatMap((row): OtherPart[] => {
      const open = openIn(row, currency);
      if (open === undefined) return [];
      const { id, number, customerId: partyId, customer, date } = row;
      return [{ kind: 'credit-note', id, number, partyId, partyName: customer.name, date, open, amount: '' }];
    }),
    ...suppliers.items.map(({ id, name }): OtherPart => ({ kind: 'supplier', id, partyId: id, partyName: name, amount: '' })),
  ];
}

interface Words {
  readonly t: ReturnType<typeof useT>;
  readonly formats: Formats;
}

/** `F2026-000123 · Cafés Levante · 1.210,00 €`; on account, whose account. */
function labelOf({ kind, number, partyName, open }: OtherPart, currency: string, { t, formats: { money } }: Words): string {
  if (open === undefined) return t(`banking.other.${kind === 'customer' ? 'customer' : 'supplier'}`, { name: partyName });
  return [number, partyName, money(inCurrency(open, currency))].join(' · ');
}

interface Props {
  readonly line: WaitingLine;
  readonly others: readonly OtherPart[];
  /** What each takes, in hundredths. */
  readonly cents: readonly number[];
  readonly field: RefObject<HTMLDivElement | null>;
  readonly onChange: (others: readonly OtherPart[]) => void;
}

/** Any open document, or money on account: found by its number or by whose it is, for as much as one says. */
export function OtherDocuments({ line, others, cents, field, onChange }: Props) {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const { currency, amount } = line.amount;
  const isOut = amount.startsWith('-');
  const find = async (q: string) =>
    (await (isOut ? outgoing : incoming)(q, currency, can)).filter(({ id }) => !others.some((other) => other.id === id));
  return (
    <div ref={field} className={styles.others}>
      <PickField
        label={t('banking.other.label')}
        kind={`bank-other ${isOut ? 'out' : 'in'} ${currency} ${others.map(({ id }) => id).join()}`}
        chosen={undefined}
        find={find}
        idOf={({ id }) => id}
        optionOf={(other) => labelOf(other, currency, { t, formats })}
        onPick={(other) => onChange([...others, other])}
      />
      {others.map((other, i) => {
        const label = labelOf(other, currency, { t, formats });
        return (
          <div key={other.id} className={styles.other}>
            <span>{label}</span>
            <DecimalInput
              aria-label={t('banking.other.amount', { what: label })}
              placeholder={formats.decimal(inCurrency(cents[i] ?? 0, currency).amount)}
              value={other.amount}
              onChange={(typed) => onChange(others.with(i, { ...other, amount: typed }))}
            />
            <CloseButton
              aria-label={t('banking.other.remove', { what: label })}
              onClick={() => onChange(others.filter((_, at) => at !== i))}
            />
          </div>
        );
      })}
    </div>
  );
}
