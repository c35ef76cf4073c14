import { Button, Checkbox } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { BASE_CURRENCY } from '#kernel/money.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import type { Schemas, Sending } from '../../api/client.ts';
import { inCurrency, typedCents } from '../../api/money.ts';
import { focusFirst } from '../../form/faults.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import { Section } from '../../record/record-page.tsx';
import type { RecordPickerProps } from '../../ui/record-picker.tsx';
import { useTitle } from '../../ui/title.ts';
import { AllocationTable } from './allocation-table.tsx';
import { type CreditName, creditOf, useChargesOf } from './credits.ts';
import { MoneyFields, type TypedMoney, typedMoney } from './money-fields.tsx';
import { allocationsOf, type OpenCharge, type Shares, sharedCents } from './open-charges.ts';
import own from './open-items.module.css';

interface Party {
  readonly id: string;
  readonly name: string;
}
interface Answer {
  readonly id: string;
  readonly number: string;
  readonly entry: Schemas['Entry'];
}

/** Money of one side: of whom, what it settles, and in which words. */
export interface SettlementPlan<P extends Party, A extends Answer> {
  readonly title: string;
  /** The list of such documents: each has its page below. */
  readonly list: { readonly to: string; readonly label: string };
  /** Of which kind it is: the address may name the party, and a document of theirs that takes all it has open. */
  readonly kind: CreditName;
  readonly partyLabel: string;
  readonly Picker: (looks: RecordPickerProps<P>) => ReactNode;
  readonly useParty: (id: string | undefined) => { readonly data?: NoInfer<P> | undefined };
  readonly chargesTitle: string;
  readonly exchanged: 'received' | 'paid';
  readonly faults: { readonly party: string; readonly amount: string; readonly tooMuch: string };
  readonly review: string;
  readonly reviewTitle: (party: P, amount: string) => string;
  readonly confirm: string;
  readonly pays: (count: number) => string;
  /** What becomes of the rest. */
  readonly leaves: (amount: string) => string;
  readonly done: (number: string) => string;
  readonly send: (party: P, typed: TypedMoney, taken: Taken, confirmed: boolean, how: Sending) => Promise<A>;
  /** What somebody should look at before. */
  readonly warns?: (answer: A) => readonly string[];
  /** What has to be confirmed before. */
  readonly asks?: (party: P, typed: TypedMoney) => string | undefined;
}

/** What it settles, as its side takes that. */
type Taken = { readonly allocations?: never };

interface Props<P extends Party, A extends Answer> {
  readonly plan: SettlementPlan<P, A>;
}

/** Money that came or went: whose, how much, and what it settles. */
export function Settlement<P extends Party, A extends Answer>({ plan }: Props<P, A>) {
  const t = useT();
  useTitle(plan.title);
  const { search } = useAddress();
  const credit = creditOf(plan.kind);
  const { named, party, pick } = useNamedParty(plan, search[credit.party]);
  const query = useChargesOf(plan.kind, party?.id);
  const [typed, setTyped] = useState(() => typedMoney());
  const [shares, setShares] = useState<Shares>({});
  const [submitted, setSubmitted] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const faults = faultsOf(plan, party, typed, shares, t('actions.dateNeeded'));
  useNamedCharge(search[credit.charge.replace('Id', '')], query.data?.charges, ({ id, open: { amount, currency } }) => {
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
        <Link to={plan.list.to as never}>{plan.list.label}</Link>
      </nav>
      <h1>{plan.title}</h1>
      <form onSubmit={submit} className={own.page} noValidate>
        <Section title={t('billing.receipts.what')}>
          <div className={fields.fields}>
            {/* The picker keeps the text of who was picked first: one that the address names comes later. */}
            <plan.Picker
              key={named?.id ?? ''}
              label={plan.partyLabel}
              value={party}
              onChange={(one) => {
                pick(one ?? null);
                setShares({});
              }}
              error={submitted ? faults[credit.party] : undefined}
              path={credit.party}
              required
              autoFocus
            />
            <MoneyFields
              typed={typed}
              onType={(now) => {
                setTyped(now);
                if (now.currency !== typed.currency) setShares({});
              }}
              exchanged={plan.exchanged}
              currencies={query.data?.charges.map(({ open }) => open.currency) ?? []}
              amount={{ 'data-path': 'amount', error: submitted ? faults.amount : undefined }}
            />
          </div>
        </Section>
        {party && (
          <Section title={plan.chargesTitle}>
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
          <Button type="submit">{plan.review}</Button>
        </div>
      </form>
      {reviewing && party && <Review plan={plan} party={party} typed={typed} shares={shares} onClose={() => setReviewing(false)} />}
    </article>
  );
}

/** Whom the address names, until somebody else is picked. */
function useNamedParty<P extends Party, A extends Answer>(plan: SettlementPlan<P, A>, id: string | undefined) {
  const named = plan.useParty(id).data;
  const [picked, pick] = useState<P | null>();
  return { named, pick, party: picked === undefined ? named : (picked ?? undefined) };
}

/** The document that the address names takes what it has open, once: what is typed then stays. */
function useNamedCharge(named: string | undefined, charges: readonly OpenCharge[] | undefined, take: (charge: OpenCharge) => void) {
  const done = useRef(false);
  const found = charges?.find(({ id }) => id === named);
  useEffect(() => {
    if (!found || done.current) return;
    done.current = true;
    take(found);
  }, [found, take]);
}

function faultsOf<P extends Party, A extends Answer>(
  { kind, faults }: SettlementPlan<P, A>,
  party: P | undefined,
  { amount, date }: TypedMoney,
  shares: Shares,
  undated: string,
): Readonly<Record<string, string>> {
  const cents = typedCents(amount);
  return {
    ...(party ? {} : { [creditOf(kind).party]: faults.party }),
    ...(cents > 0 ? {} : { amount: faults.amount }),
    ...(cents > 0 && sharedCents(shares) > cents ? { amount: faults.tooMuch } : {}),
    ...(date ? {} : { date: undated }),
  };
}

interface ReviewProps<P extends Party, A extends Answer> extends Props<P, A> {
  readonly party: P;
  readonly typed: TypedMoney;
  readonly shares: Shares;
  readonly onClose: () => void;
}

/** The entry that it will make, before it does. */
function Review<P extends Party, A extends Answer>({ plan, party, typed, shares, onClose }: ReviewProps<P, A>) {
  const t = useT();
  const { money } = useFormats();
  const navigate = useNavigate();
  const [confirmed, setConfirmed] = useState(false);
  const text = (cents: number) => money(inCurrency(cents, typed.currency));
  const cents = typedCents(typed.amount);
  const left = cents - sharedCents(shares);
  const allocations = allocationsOf(creditOf(plan.kind).charge as 'invoiceId', shares, typed.currency);
  const count = allocations.length;
  const asked = plan.asks?.(party, typed);
  return (
    <ActionDialog
      title={plan.reviewTitle(party, text(cents))}
      confirm={plan.confirm}
      onClose={onClose}
      input={{ ...typed, partyId: party.id, shares, confirmed }}
      run={(how) => plan.send(party, typed, (count > 0 ? { allocations } : {}) as Taken, confirmed, how)}
      preview={(answer) => (
        <>
          {plan.warns?.(answer).map((warning) => (
            <p role="alert" key={warning}>
              {warning}
            </p>
          ))}
          <p>
            {plan.pays(count)} {left > 0 && plan.leaves(text(left))}
          </p>
          {typed.currency !== BASE_CURRENCY && count > 0 && <p>{t('currencies.differencePosted')}</p>}
          <EntriesPreview entries={[answer.entry]} />
        </>
      )}
      done={({ number }) => plan.done(number)}
      onDone={({ id }) => void navigate({ to: `${plan.list.to}/${id}` as never })}
    >
      {asked && <Checkbox label={asked} checked={confirmed} onChange={({ currentTarget: { checked } }) => setConfirmed(checked)} />}
    </ActionDialog>
  );
}
