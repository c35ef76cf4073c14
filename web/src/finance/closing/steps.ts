import { addDays } from '#kernel/date.ts';
import { post, type Send, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import type { Words } from '../../list/columns.tsx';

type Close = Schemas['MonthClose'];
type Check = Close['checks'][number];

/** What asks for a reason and for the last day on which it holds. */
interface Until {
  readonly reason: string;
  readonly date: string;
}
const until =
  <R>(send: (body: { readonly reason: string; readonly until: string }, how: never) => Promise<R>): Send<Until, R> =>
  ({ reason, date }, how) =>
    send({ reason, until: date }, how as never);

const MONTH = 30;
const WEEK = 7;

/** Leaves what a check has found as it is. */
export const waiveCheck = (close: Close, { check, count, carried }: Check, { t }: Words) =>
  step(until(post('/month-closes/{closeId}/checks/{check}/waiver', { closeId: close.id, check })), {
    title: t('closing.waive.title', { check: t(`closing.names.${check}`) }),
    confirm: t('closing.waive.action'),
    fields: {
      reason: { maxLength: 300, ...(carried ? { proposed: carried.reason } : {}) },
      date: { min: today(), proposed: carried && carried.until > today() ? carried.until : addDays(today(), MONTH) },
    },
    says: t('closing.waive.text', { count }),
    done: () => t('closing.waive.done'),
  });

/** Why an account has changed: drafted from the entries that moved it most, and signed by who sends it. */
export const explainItem = (close: Close, { check }: Check, item: Check['items'][number], { t, formats }: Words) => {
  const send = post('/month-closes/{closeId}/checks/{check}/reasons', { closeId: close.id, check });
  const said: Send<{ readonly reason: string }, unknown> = (body, how) =>
    send({ account: item.text, ...(item.under ? { under: item.under } : {}), ...body }, how);
  const draft = (item.moved ?? []).map(({ text, amount }) => `${text} (${formats.money(amount)})`).join('; ');
  return step(said, {
    title: t('closing.explain.title', { account: item.text }),
    confirm: t('closing.explain.action'),
    fields: { reason: { maxLength: 300, proposed: draft.slice(0, 300) } },
    says: t('closing.explain.text'),
    done: () => t('closing.explain.done'),
  });
};

export const reopenMonth = (close: Close, { t, formats }: Words) =>
  step(until(post('/month-closes/{closeId}/reopening', { closeId: close.id })), {
    title: t('closing.reopen.title', { month: formats.month(close.period) }),
    confirm: t('closing.reopen.action'),
    danger: true,
    fields: { reason: { maxLength: 300 }, date: { min: today(), proposed: addDays(today(), WEEK) } },
    says: t('closing.reopen.text'),
    done: () => t('closing.reopen.done', { month: formats.month(close.period) }),
  });

export const cancelClose = (close: Close, { t, formats }: Words) =>
  step(post('/month-closes/{closeId}/cancellation', { closeId: close.id }), {
    title: t('closing.cancel.title', { month: formats.month(close.period) }),
    confirm: t('closing.cancel.action'),
    danger: true,
    says: t('closing.cancel.text'),
    done: () => t('closing.cancel.done'),
  });

/** Begins what was stopped, reopened or rehearsed again. */
export const beginAgain = ({ period, rehearsal }: Close, { t, formats }: Words) => {
  const send: Send<never, unknown> = (_, how) => post('/month-closes', {})({ period, rehearsal }, how);
  return step(send, {
    title: t('closing.again.title', { month: formats.month(period) }),
    confirm: t(rehearsal ? 'closing.begin.rehearse' : 'closing.begin.action'),
    says: t(rehearsal ? 'closing.begin.rehearsalText' : 'closing.again.text'),
    done: () => t('closing.begin.done', { month: formats.month(period) }),
  });
};
