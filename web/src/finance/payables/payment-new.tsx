import { Button, Checkbox, Select } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isRecentIban } from '#domain/finance/payables/payables-actions.ts';
import type { PaymentMethod } from '#domain/finance/receivables/receipt.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { inCurrency, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { focusFirst } from '../../form/faults.ts';
import { BusinessDate } from '../../form/step-fields.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import { Section } from '../../record/record-page.tsx';
import { useTitle } from '../../ui/title.ts';
import { BankField, bankTyped } from '../currencies/bank-field.tsx';
import { EurosField, eurosTyped, unitOf } from '../currencies/euros-field.tsx';
import { AllocationTable } from '../receivables/allocation-table.tsx';
import { type Shares, sharedCents } from '../receivables/open-invoices.ts';
import { MethodField, ReferenceField } from '../receivables/receipt-fields.tsx';
import own from '../receivables/receivables.module.css';
import { billsOf, useOpenBills } from './allocate-bills.tsx';
import { SupplierPicker, useSupplier } from './supplier-picker.tsx';

type Supplier = Schemas['SupplierRow'];

interface Typed {
  readonly amount: string;
  readonly currency: string;
  /** What a payment in a foreign currency took of an account in euros. */
  readonly paid: string;
  readonly date: string;
  readonly method: PaymentMethod;
  /** The bank account; empty: the usual one. */
  readonly account: string;
  readonly reference: string;
}

const nothing = (): Typed => ({ amount: '', currency: BASE_CURRENCY, paid: '', date: today(), method: 'bank', account: '', reference: '' });

/** Money that went to a supplier: to whom, how much, and what it pays (`?supplierId=` and `?bill=`). What no bill takes is an advance. */
export function Screen() {
  const t = useT();
  useTitle(t('payables.payments.new'));
  const { supplierId, bill } = useAddress().search;
  const named = useSupplier(supplierId).data;
  const [picked, pick] = useState<Supplier | null>();
  const supplier = picked === undefined ? named : (picked ?? undefined);
  const query = useOpenBills(supplier?.id);
  const [typed, setTyped] = useState(nothing);
  const [shares, setShares] = useState<Shares>({});
  const [submitted, setSubmitted] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const faults = faultsOf(supplier, typed, shares, t);
  usePaid(bill, query.data?.invoices, (id, { amount, currency }) => {
    setShares({ [id]: amount });
    setTyped((now) => ({ ...now, amount, currency }));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (Object.keys(faults).length === 0) setReviewing(true);
    else focusFirst(faults);
  };
  return (
    <article className={own.page}>
      <nav aria-label={t('records.path')}>
        <Link to={'/payables/payments' as never}>{t('menu.supplierPayments')}</Link>
      </nav>
      <h1>{t('payables.payments.new')}</h1>
      <form onSubmit={submit} className={own.page} noValidate>
        <Section title={t('billing.receipts.what')}>
          <div className={fields.fields}>
            <SupplierPicker
              key={named?.id ?? ''}
              label={t('payables.supplier')}
              value={supplier}
              onChange={(one) => {
                pick(one ?? null);
                setShares({});
              }}
              error={submitted ? faults.supplierId : undefined}
              path="supplierId"
              required
              autoFocus
            />
            <Payment
              typed={typed}
              onType={(now) => {
                setTyped(now);
                if (now.currency !== typed.currency) setShares({});
              }}
              currencies={query.data?.invoices.map(({ open }) => open.currency) ?? []}
              fault={submitted ? faults.amount : undefined}
            />
          </div>
        </Section>
        {supplier && (
          <Section title={t('payables.payments.bills')}>
            <div className={own.page}>
              <AllocationTable
                query={query}
                available={typedCents(typed.amount)}
                currency={typed.currency}
                shares={shares}
                onChange={setShares}
              />
            </div>
          </Section>
        )}
        <div className={own.foot}>
          <Button type="submit">{t('payables.payments.review')}</Button>
        </div>
      </form>
      {reviewing && supplier && <Review supplier={supplier} typed={typed} shares={shares} onClose={() => setReviewing(false)} />}
    </article>
  );
}

interface Open {
  readonly amount: string;
  readonly currency: string;
}

/** The bill that the address names takes what it has open, once: what is typed then stays. */
function usePaid(
  bill: string | undefined,
  bills: readonly { readonly id: string; readonly open: Open }[] | undefined,
  pay: (id: string, open: Open) => void,
) {
  const done = useRef(false);
  const found = bills?.find(({ id }) => id === bill);
  useEffect(() => {
    if (!found || done.current) return;
    done.current = true;
    pay(found.id, found.open);
  }, [found, pay]);
}

function faultsOf(supplier: Supplier | undefined, typed: Typed, shares: Shares, t: ReturnType<typeof useT>): Record<string, string> {
  const cents = typedCents(typed.amount);
  return {
    ...(supplier ? {} : { supplierId: t('payables.payments.supplierNeeded') }),
    ...(cents > 0 ? {} : { amount: t('payables.payments.amountNeeded') }),
    ...(cents > 0 && sharedCents(shares) > cents ? { amount: t('payables.payments.tooMuch') } : {}),
    ...(typed.date ? {} : { date: t('actions.dateNeeded') }),
  };
}

interface PaymentProps {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  /** Those of the supplier's bills. */
  readonly currencies: readonly string[];
  readonly fault: string | undefined;
}

function Payment({ typed, onType, currencies, fault }: PaymentProps) {
  const t = useT();
  const choices = [...new Set([BASE_CURRENCY, ...currencies])];
  return (
    <>
      {choices.length > 1 && (
        <Select
          label={t('currencies.currency')}
          data={choices}
          value={typed.currency}
          allowDeselect={false}
          onChange={(currency) => onType({ ...typed, currency: currency ?? BASE_CURRENCY, account: '' })}
        />
      )}
      <AmountInput
        data-path="amount"
        label={t('billing.amount')}
        value={typed.amount}
        onChange={(amount) => onType({ ...typed, amount })}
        error={fault}
        required
        unit={unitOf(typed.currency)}
      />
      <EurosField name="paid" currency={typed.currency} value={typed.paid} onChange={(paid) => onType({ ...typed, paid })} />
      <BusinessDate value={typed.date} onChange={(date) => onType({ ...typed, date })} />
      <MethodField value={typed.method} onChange={(method) => onType({ ...typed, method })} />
      <BankField
        method={typed.method}
        currency={typed.currency}
        value={typed.account}
        onChange={(account) => onType({ ...typed, account })}
      />
      <ReferenceField value={typed.reference} onChange={(reference) => onType({ ...typed, reference })} />
    </>
  );
}

interface ReviewProps {
  readonly supplier: Supplier;
  readonly typed: Typed;
  readonly shares: Shares;
  readonly onClose: () => void;
}

/** The entry that it will make, before it does; and what somebody should look at. */
function Review({ supplier, typed, shares, onClose }: ReviewProps) {
  const t = useT();
  const { money, date } = useFormats();
  const navigate = useNavigate();
  const [confirmed, setConfirmed] = useState(false);
  const asks = typed.method === 'bank' && isRecentIban(supplier, today());
  const allocations = billsOf(shares, typed.currency);
  const cents = typedCents(typed.amount);
  const left = cents - sharedCents(shares);
  const body = {
    ...{ supplierId: supplier.id, date: typed.date, method: typed.method, amount: inCurrency(cents, typed.currency), auto: false },
    ...bankTyped(typed.method, typed.account),
    ...eurosTyped('paid', typed.currency, typed.paid),
    ...(typed.reference.trim() ? { reference: typed.reference.trim() } : {}),
    ...(allocations.length > 0 ? { allocations } : {}),
    confirmed,
  };
  return (
    <ActionDialog
      title={t('payables.payments.reviewTitle', { supplier: supplier.name, amount: money(inCurrency(cents, typed.currency)) })}
      confirm={t('payables.payments.new')}
      onClose={onClose}
      input={body}
      run={(how) => api.POST('/payables/payments', { params: sending(how), body }).then(dataOf)}
      preview={({ entry, marks, overrides }) => (
        <>
          {marks.length > 0 && <p role="alert">{t('payables.payments.marked')}</p>}
          {overrides.length > 0 && <p role="alert">{t('payables.payments.alone')}</p>}
          <p>
            {t('payables.payments.pays', { count: allocations.length })}{' '}
            {left > 0 && t('payables.payments.leaves', { amount: money(inCurrency(left, typed.currency)) })}
          </p>
          {typed.currency !== BASE_CURRENCY && allocations.length > 0 && <p>{t('currencies.differencePosted')}</p>}
          <EntriesPreview entries={[entry]} />
        </>
      )}
      done={({ number }) => t('payables.payments.done', { number })}
      onDone={({ id }) => void navigate({ to: `/payables/payments/${id}` as never })}
    >
      {asks && (
        <Checkbox
          label={t('payables.payments.confirm', {
            supplier: supplier.name,
            iban: supplier.iban ?? '',
            date: date(supplier.ibanChangedOn ?? ''),
          })}
          checked={confirmed}
          onChange={({ currentTarget: { checked } }) => setConfirmed(checked)}
        />
      )}
    </ActionDialog>
  );
}
