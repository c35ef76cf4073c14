import { Anchor, Button, Loader } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { $api } from '../../../api/client.ts';
import { useT } from '../../../i18n/i18n.ts';
import pageStyles from '../../../record/record.module.css';
import { Section } from '../../../record/record-page.tsx';
import { ProblemNote, useProblemText } from '../../../ui/problem-note.tsx';
import { useTitle } from '../../../ui/title.ts';
import { Credit } from './credit.tsx';
import { CustomerPart } from './customer-part.tsx';
import { type Draft, pricedDraft } from './draft.ts';
import { useShortages } from './find-items.ts';
import { LineEditor } from './line-editor.tsx';
import { OrderFacts, OrderNotes } from './order-facts.tsx';
import styles from './placing.module.css';
import { Sums } from './sums.tsx';
import { useDraft } from './use-draft.ts';
import { usePlacing } from './use-placing.ts';

/** A new order, by keyboard alone: who, what, how much; Ctrl+Enter places it. */
export function Screen() {
  const t = useT();
  useTitle(t('orders.new.title'));
  const { draft, pending, error, written, change, discard, finish } = useDraft();
  return (
    <section className={styles.page} aria-labelledby="new-order">
      <nav aria-label={t('records.path')} className={pageStyles.path}>
        <Link to={'/orders' as never}>{t('shell.nav.orders')}</Link>
      </nav>
      <div className={styles.head}>
        <h1 id="new-order">{t('orders.new.title')}</h1>
        {written && (
          <Button variant="default" onClick={discard}>
            {t('orders.new.discard')}
          </Button>
        )}
      </div>
      <ProblemNote error={error} />
      {pending ? <Loader role="status" aria-label={t('shell.loading')} /> : <OrderForm draft={draft} change={change} finish={finish} />}
    </section>
  );
}

interface FormProps {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly finish: () => void;
}

function OrderForm({ draft, change, finish }: FormProps) {
  const t = useT();
  const navigate = useNavigate();
  const go = (id: string) => void navigate({ to: `/orders/${id}` as never });
  const { data: company } = $api.useQuery('get', '/company', {}, { staleTime: 300_000 });
  const shortages = useShortages(draft);
  const { totals, nets, error: priceError } = safePricing(draft);
  const { place, busy, wrong, error, refused } = usePlacing(draft, ({ id, number, status }) => {
    finish();
    notifications.show({
      message: <PlacedNote id={id} number={number} text={t(status === 'quote' ? 'orders.new.quoted' : 'orders.new.placed')} go={go} />,
      color: 'teal',
      closeButtonProps: { 'aria-label': t('actions.close') },
    });
  });
  const fault = useFault(wrong, refused, error);
  useHotkeys([['mod+Enter', () => place(false)]], []);
  const refuses = company?.policies.shortage !== 'backorder';
  return (
    <>
      <Section title={t('orders.facts')}>
        <div className={styles.facts}>
          <div className={styles.customer}>
            <CustomerPart draft={draft} error={fault('customer')} onPick={(customer) => change((now) => ({ ...now, customer }))} />
            {draft.customer && <Credit customerId={draft.customer.id} gross={totals.gross} />}
          </div>
          <OrderFacts draft={draft} change={change} fault={fault} />
        </div>
      </Section>
      <LineEditor draft={draft} change={change} nets={nets} shortages={shortages} refuses={refuses} fault={fault} />
      <Section title={t('orders.new.sum')}>
        <div className={styles.foot}>
          <OrderNotes draft={draft} change={change} fault={fault} />
          <Sums totals={totals} />
        </div>
      </Section>
      <ProblemNote error={error ?? priceError} />
      <div className={styles.buttons}>
        <p>{t('orders.new.keys')}</p>
        <Button variant="default" loading={busy === 'quote'} onClick={() => place(true)}>
          {t('orders.new.quote')}
        </Button>
        <Button loading={busy === 'order'} onClick={() => place(false)} aria-keyshortcuts="Control+Enter">
          {t('orders.new.place')}
        </Button>
      </div>
    </>
  );
}

interface NoteProps {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly go: (id: string) => void;
}

/** What has become of the draft. Notifications stand outside of the router: they are told how to go there. */
function PlacedNote({ id, number, text, go }: NoteProps) {
  return (
    <>
      {text}{' '}
      <Anchor component="button" onClick={() => go(id)}>
        {number}
      </Anchor>
    </>
  );
}

const NO_TOTALS = { net: 0, tax: 0, rounding: 0, gross: 0, taxes: [] };

/** The prices by the rulebook; what it refuses, as its error. */
function safePricing(draft: Draft) {
  try {
    return { ...pricedDraft(draft), error: undefined };
  } catch (error) {
    return { totals: NO_TOTALS, nets: new Map<string, number>(), error };
  }
}

/** What to say at a field: what the API refused of it, or what it lacks. */
function useFault(wrong: readonly string[], refused: readonly string[], error: unknown) {
  const t = useT();
  const problem = useProblemText();
  return (place: string): string | undefined => {
    if (refused.includes(place)) return problem(error);
    if (!wrong.includes(place)) return undefined;
    const field = place.slice(place.lastIndexOf('-') + 1);
    return t(`orders.new.bad.${field}` as 'orders.new.bad.item', { defaultValue: t('orders.new.bad.item') });
  };
}
