import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconCheck, IconCircle } from '../../ui/icons.ts';
import styles from './home.module.css';

interface Step {
  readonly id: 'company' | 'years' | 'items' | 'customers' | 'stock' | 'orders' | 'members';
  readonly to: string;
  readonly done: boolean;
}

/** What a new company does first, in order, with what it has done already. */
export function FirstSteps({ hasCompany }: { readonly hasCompany: boolean }) {
  const t = useT();
  const steps = useSteps(hasCompany);
  const next = steps.find(({ done }) => !done);
  return (
    <section aria-labelledby="first" className={styles.first} data-tour="first">
      <h2 id="first">{t('home.first.title')}</h2>
      <p className="dimmed">{t('home.first.text', { count: steps.filter(({ done }) => done).length, of: steps.length })}</p>
      <ol>
        {steps.map(({ id, to, done }) => (
          <li key={id} data-done={done || undefined} aria-current={id === next?.id ? 'step' : undefined}>
            {done ? <IconCheck size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
            <div>
              <Link to={to as never}>{t(`home.first.${id}.title`)}</Link>
              {done && <span className="unseen"> {t('home.first.done')}</span>}
              <small className="dimmed">{t(`home.first.${id}.text`)}</small>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useSteps(hasCompany: boolean): readonly Step[] {
  const one = { params: { query: { limit: '1' } } } as never;
  const when = { enabled: hasCompany };
  const years = $api.useQuery('get', '/periods', {}, when);
  const items = $api.useQuery('get', '/items', one, when);
  const customers = $api.useQuery('get', '/customers', { params: { query: { limit: 2 } } }, when);
  const stock = $api.useQuery('get', '/goods-receipts', one, when);
  const orders = $api.useQuery('get', '/orders', one, when);
  const members = $api.useQuery('get', '/members', {}, when);
  const some = ({ data }: { data?: { items: readonly unknown[] } | undefined }, least = 1) => (data?.items.length ?? 0) >= least;
  return [
    { id: 'company', to: '/settings', done: hasCompany },
    { id: 'years', to: '/periods', done: some(years) },
    { id: 'items', to: '/items/new', done: some(items) },
    { id: 'customers', to: '/customers/new', done: customers.data?.items.some(({ walkIn }) => !walkIn) ?? false },
    { id: 'stock', to: '/goods-receipts/new', done: some(stock) },
    { id: 'orders', to: '/orders/new', done: some(orders) },
    { id: 'members', to: '/settings/members/new', done: some(members, 2) },
  ];
}
