import { Button, Checkbox, Group, Loader } from '@mantine/core';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { centsOf, euros, inCurrency } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { MOST_ALLOCATIONS, type OpenCharge, oldestFirst, type Shares, sharedCents, type useOpenCharges } from './open-charges.ts';
import own from './open-items.module.css';

interface Props {
  readonly query: ReturnType<typeof useOpenCharges>;
  /** What there is to give, in cents. */
  readonly available: Minor;
  /** Of the amounts, where that is not the euro. */
  readonly currency?: string;
  readonly shares: Shares;
  readonly onChange: (shares: Shares) => void;
}

/** Gives an amount to open documents: ticked ones take what they owe, or what is typed; what is left is told as it changes. */
export function AllocationTable({ query, available, currency = BASE_CURRENCY, shares, onChange }: Props) {
  const t = useT();
  if (query.isPending) return <Loader size={18} aria-label={t('shell.loading')} />;
  if (query.error) return <ProblemNote error={query.error} />;
  const { more } = query.data;
  const charges = query.data.charges.filter(({ open }) => open.currency === currency);
  if (charges.length === 0) return <p className="dimmed">{t('billing.allocations.none')}</p>;
  return (
    <>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => onChange(oldestFirst(charges, available))}>
          {t('billing.allocations.oldest')}
        </Button>
        <Button variant="default" size="xs" onClick={() => onChange({})} disabled={Object.keys(shares).length === 0}>
          {t('billing.allocations.clear')}
        </Button>
      </Group>
      <div className={own.scroller}>
        <LinesTable
          heads={[t('billing.document'), [t('billing.dueDate'), own.due], ...amounts(t('billing.open'), t('billing.allocations.now'))]}
        >
          <tbody>
            {charges.map((charge) => (
              <Row key={charge.id} charge={charge} available={available} currency={currency} shares={shares} onChange={onChange} />
            ))}
          </tbody>
        </LinesTable>
      </div>
      {more && <p className="dimmed">{t('billing.allocations.more', { count: MOST_ALLOCATIONS })}</p>}
      <Left available={available} currency={currency} shares={shares} />
    </>
  );
}

function Row({ charge, available, currency = BASE_CURRENCY, shares, onChange }: Omit<Props, 'query'> & { readonly charge: OpenCharge }) {
  const t = useT();
  const { date, money } = useFormats();
  const { id, number, dueDate, open, state } = charge;
  const share = shares[id];
  const { [id]: _, ...others } = shares;
  const tick = (on: boolean) => {
    const left = Math.max(0, available - sharedCents(others));
    onChange(on ? { ...others, [id]: euros(left > 0 ? Math.min(left, centsOf(open)) : centsOf(open)).amount } : others);
  };
  return (
    <tr>
      <td className="nowrap">
        <Checkbox
          checked={share !== undefined}
          onChange={(event) => tick(event.currentTarget.checked)}
          label={number}
          aria-label={t('billing.allocations.take', { number })}
        />
      </td>
      <td className={`${own.due} ${state === 'overdue' ? own.overdue : 'nowrap'}`}>{date(dueDate)}</td>
      <td className="amount">{money(open)}</td>
      <td>
        <AmountInput
          className={own.share ?? ''}
          {...(currency === BASE_CURRENCY ? {} : { unit: currency })}
          size="xs"
          aria-label={t('billing.allocations.nowOf', { number })}
          value={share ?? ''}
          onChange={(text) => onChange(text === '' ? others : { ...shares, [id]: text })}
        />
      </td>
    </tr>
  );
}

function Left({ available, currency, shares }: { readonly available: Minor; readonly currency: string; readonly shares: Shares }) {
  const t = useT();
  const { money } = useFormats();
  const given = sharedCents(shares);
  const left = available - given;
  return (
    <p role="status" className={left < 0 ? own.bad : ''}>
      {left < 0
        ? t('billing.allocations.over', { amount: money(inCurrency(-left, currency)) })
        : left === 0
          ? t('billing.allocations.all', { applied: money(inCurrency(given, currency)) })
          : t('billing.allocations.left', { applied: money(inCurrency(given, currency)), left: money(inCurrency(left, currency)) })}
    </p>
  );
}
