import { Link } from '@tanstack/react-router';
import { useOffer } from '../../areas/use-offer.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './home.module.css';
import type { Home } from './home-data.ts';

const QUEUES = [
  'ordersToShip',
  'ordersBackordered',
  'ordersToInvoice',
  'overdueInvoices',
  'billsToApprove',
  'expensesToApprove',
  'paymentRunsToApprove',
  'paymentRunsAtBank',
  'overdueBills',
  'stockShort',
  'returnsToReceive',
  'returnsToRefund',
  'lateDuties',
  'failedImports',
  'issuersToTell',
  'monthCloses',
  'documentsToReview',
  'documentsNotRead',
  'leaveToDecide',
  'correctionsToDecide',
  'staffDeadlines',
  'reviewsToWrite',
  'peersToAnswer',
  'coursesToOrder',
  'scorecardsDue',
  'offersExpiring',
  'acceptedOffers',
] as const;
/** Late, or in the way of others. */
const BAD: readonly string[] = ['lateDuties', 'overdueInvoices', 'overdueBills', 'stockShort', 'failedImports', 'documentsNotRead'];

type Queue = NonNullable<Home['waiting'][(typeof QUEUES)[number]]> & {
  readonly oldest?: string;
  /** Last day of the first of them. */
  readonly dueBy?: string;
  readonly amount?: { amount: string; currency: string };
};

/** What waits for somebody, each a link to the list of the same records. */
export function WorkQueues({ waiting }: { readonly waiting: Home['waiting'] }) {
  const t = useT();
  const { places } = useOffer();
  const queues = QUEUES.flatMap((id) => {
    const queue: Queue | undefined = waiting[id];
    const place = queue && places.find(({ needs }) => needs === queue.list.operation);
    return queue && queue.count > 0 && place ? [{ id, queue, place }] : [];
  });
  return (
    <section aria-labelledby="waiting" data-tour="waiting">
      <h2 id="waiting" className={styles.title}>
        {t('home.waiting.title')}
      </h2>
      {queues.length === 0 ? (
        <Notice title={t('home.waiting.none.title')} text={t('home.waiting.none.text')} />
      ) : (
        <ul className={styles.cards}>
          {queues.map(({ id, queue, place: { to, icon: Icon } }) => (
            <li key={id}>
              <Link
                to={to as never}
                search={queue.list.query as never}
                className={styles.card}
                data-tone={BAD.includes(id) ? 'bad' : 'warn'}
              >
                <span className={styles.cardHead}>
                  <Icon size={18} stroke={1.7} aria-hidden />
                  {t(`home.waiting.${id}`, { count: queue.count })}
                </span>
                <b className={styles.count}>{queue.capped ? t('home.waiting.more', { count: queue.count }) : queue.count}</b>
                <Note queue={queue} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Note({ queue: { oldest, dueBy, amount } }: { readonly queue: Queue }) {
  const t = useT();
  const { money, date } = useFormats();
  const parts = [
    amount && money(amount),
    oldest && t('home.waiting.since', { date: date(oldest) }),
    dueBy && t('home.waiting.until', { date: date(dueBy) }),
  ].filter(Boolean);
  return <small className="dimmed">{parts.join(' · ')}</small>;
}
