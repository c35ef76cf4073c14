import { Button, Select } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { PaymentMethod } from '#domain/finance/receivables/receipt.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { $api, api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { inCurrency, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { focusFirst } from '../../form/faults.ts';
import { BusinessDate } from '../../form/step-fields.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Search } from '../../list/address.ts';
import { Section } from '../../record/record-page.tsx';
import { CustomerPicker } from '../../ui/record-picker.tsx';
import { useTitle } from '../../ui/title.ts';
import { BankField, bankTyped } from '../currencies/bank-field.tsx';
import { EurosField, eurosTyped, unitOf } from '../currencies/euros-field.tsx';
import { AllocationTable } from './allocation-table.tsx';
import { allocationsOf, type Shares, sharedCents, useOpenInvoices } from './open-invoices.ts';
import { MethodField, ReferenceField } from './receipt-fields.tsx';
import own from './receivables.module.css';

type Customer = Schemas['CustomerRow'];

interface Typed {
  readonly amount: string;
  readonly currency: string;
  /** What an account in euros got for money in a foreign currency. */
  readonly received: string;
  readonly date: string;
  readonly method: PaymentMethod;
  /** The bank account; empty: the usual one. */
  readonly account: string;
  readonly reference: string;
}

const nothing = (): Typed => ({
  amount: '',
  currency: BASE_CURRENCY,
  received: '',
  date: today(),
  method: 'bank',
  account: '',
  reference: '',
});

/** Money that came in: from whom, how much, and what it pays. What no invoice takes stays as the customer's credit. */
export function Screen() {
  const t = useT();
  useTitle(t('billing.receipts.new'));
  const { customer, named, pick } = useCustomer();
  const query = useOpenInvoices(customer?.id);
  const [typed, setTyped] = useState(nothing);
  const [shares, setShares] = useState<Shares>({});
  const [submitted, setSubmitted] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const faults = faultsOf(customer, typed, shares, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (Object.keys(faults).length === 0) setReviewing(true);
    else focusFirst(faults);
  };
  return (
    <article className={own.page}>
      <nav aria-label={t('records.path')}>
        <Link to={'/receipts' as never}>{t('menu.receipts')}</Link>
      </nav>
      <h1>{t('billing.receipts.new')}</h1>
      <form onSubmit={submit} className={own.page} noValidate>
        <Section title={t('billing.receipts.what')}>
          <Payment
            customer={customer}
            named={named}
            onPick={(picked) => {
              pick(picked);
              setShares({});
            }}
            typed={typed}
            currencies={query.data?.invoices.map(({ open }) => open.currency) ?? []}
            onType={(now) => {
              setTyped(now);
              if (now.currency !== typed.currency) setShares({});
            }}
            faults={submitted ? faults : {}}
          />
        </Section>
        {customer && (
          <Section title={t('billing.allocations.invoices')}>
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
          <Button type="submit">{t('billing.receipts.review')}</Button>
        </div>
      </form>
      {reviewing && customer && <ReviewReceipt customer={customer} typed={typed} shares={shares} onClose={() => setReviewing(false)} />}
    </article>
  );
}

/** The customer that was picked, or that the address names. */
function useCustomer() {
  const { customerId } = useSearch({ strict: false }) as Search;
  const [picked, pick] = useState<Customer | null>();
  const named = $api.useQuery(
    'get',
    '/customers/{customerId}',
    { params: { path: { customerId: customerId ?? '' } } },
    { enabled: customerId !== undefined && picked === undefined },
  );
  const customer = picked === undefined ? named.data : (picked ?? undefined);
  return { customer, named: named.data?.id, pick: (record: Customer | undefined) => pick(record ?? null) };
}

function faultsOf(customer: Customer | undefined, typed: Typed, shares: Shares, t: ReturnType<typeof useT>): Record<string, string> {
  const cents = typedCents(typed.amount);
  return {
    ...(customer ? {} : { customerId: t('billing.customerNeeded') }),
    ...(cents > 0 ? {} : { amount: t('billing.pay.amountNeeded') }),
    ...(cents > 0 && sharedCents(shares) > cents ? { amount: t('billing.receipts.tooMuch') } : {}),
    ...(typed.date ? {} : { date: t('actions.dateNeeded') }),
  };
}

interface PaymentProps {
  readonly customer: Customer | undefined;
  /** Whom the address names, once it is known who that is. */
  readonly named: string | undefined;
  readonly onPick: (customer: Customer | undefined) => void;
  readonly typed: Typed;
  /** Those of the customer's invoices. */
  readonly currencies: readonly string[];
  readonly onType: (typed: Typed) => void;
  readonly faults: Readonly<Record<string, string>>;
}

function Payment({ customer, named, onPick, typed, currencies, onType, faults }: PaymentProps) {
  const t = useT();
  const choices = [...new Set([BASE_CURRENCY, ...currencies])];
  return (
    <div className={fields.fields}>
      {/* The picker keeps the text of who was picked first: one that the address names comes later. */}
      <CustomerPicker
        key={named ?? ''}
        label={t('billing.customer')}
        value={customer}
        onChange={onPick}
        error={faults.customerId}
        path="customerId"
        required
        autoFocus
      />
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
        error={faults.amount}
        unit={unitOf(typed.currency)}
        required
      />
      <EurosField
        name="received"
        currency={typed.currency}
        value={typed.received}
        onChange={(received) => onType({ ...typed, received })}
      />
      <BusinessDate value={typed.date} onChange={(date) => onType({ ...typed, date })} />
      <MethodField value={typed.method} onChange={(method) => onType({ ...typed, method })} />
      <BankField
        method={typed.method}
        currency={typed.currency}
        value={typed.account}
        onChange={(account) => onType({ ...typed, account })}
      />
      <ReferenceField value={typed.reference} onChange={(reference) => onType({ ...typed, reference })} />
    </div>
  );
}

interface ReviewProps {
  readonly customer: Customer;
  readonly typed: Typed;
  readonly shares: Shares;
  readonly onClose: () => void;
}

/** The entry that it will make, before it does. */
function ReviewReceipt({ customer, typed, shares, onClose }: ReviewProps) {
  const t = useT();
  const { money } = useFormats();
  const navigate = useNavigate();
  const { currency } = typed;
  const allocations = allocationsOf(shares, currency);
  const cents = typedCents(typed.amount);
  const body = {
    customerId: customer.id,
    date: typed.date,
    method: typed.method,
    amount: inCurrency(cents, currency),
    ...bankTyped(typed.method, typed.account),
    ...eurosTyped('received', currency, typed.received),
    ...(typed.reference.trim() ? { reference: typed.reference.trim() } : {}),
    ...(allocations.length > 0 ? { allocations } : {}),
    auto: false,
  };
  const left = cents - sharedCents(shares);
  return (
    <ActionDialog
      title={t('billing.receipts.reviewTitle', { customer: customer.name, amount: money(inCurrency(cents, currency)) })}
      confirm={t('billing.receipts.record')}
      onClose={onClose}
      input={body}
      run={(how) => api.POST('/receipts', { params: sending(how), body }).then(dataOf)}
      preview={({ entry }) => (
        <>
          <p>
            {t('billing.receipts.pays', { count: allocations.length })}{' '}
            {left > 0 && t('billing.credit.leaves', { amount: money(inCurrency(left, currency)) })}
          </p>
          {currency !== BASE_CURRENCY && allocations.length > 0 && <p>{t('currencies.differencePosted')}</p>}
          <EntriesPreview entries={[entry]} />
        </>
      )}
      done={({ number }) => t('billing.receipts.done', { number })}
      onDone={({ id }) => void navigate({ to: `/receipts/${id}` as never })}
    />
  );
}
