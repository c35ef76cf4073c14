import { post, type Send, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import type { Words } from '../../list/columns.tsx';
import { fiscalYearName } from '../ledger/ranges.ts';

type Guide = Schemas['YearEnd'];

/** Closes a year: what it will post is shown before. */
export const closeYear = (guide: Guide, { t, formats }: Words) => {
  const year = fiscalYearName(guide, formats);
  return step(post('/year-ends/{year}/closing', { year: guide.year }) as unknown as Send<object, Pick<Guide, 'result' | 'entries'>>, {
    title: t('yearEnd.close.title', { year }),
    confirm: t('yearEnd.close.action'),
    fields: {},
    says: ({ result }) => t('yearEnd.close.text', { year, result: result ? formats.money(result) : '' }),
    entries: ({ entries }) => entries,
    done: () => t('yearEnd.close.done', { year }),
  });
};

/** Takes the closing back, for what came late. */
export const reopenYear = (guide: Guide, { t, formats }: Words) => {
  const year = fiscalYearName(guide, formats);
  return step(post('/year-ends/{year}/reopening', { year: guide.year }), {
    title: t('yearEnd.reopen.title', { year }),
    confirm: t('yearEnd.reopen.action'),
    danger: true,
    fields: { reason: {} },
    says: t('yearEnd.reopen.text', { year }),
    done: () => t('yearEnd.reopen.done', { year }),
  });
};

/** Posts an entry as it is proposed. */
export const postProposal = ({ date, text, lines }: Schemas['Entry'], { t, formats }: Words) => {
  const isSide = ({ amount }: Schemas['Money']) => Number(amount) !== 0;
  const body = {
    date,
    text,
    lines: lines.map(({ account, debit, credit }) => ({ account, ...(isSide(debit) ? { debit } : { credit }) })),
  };
  const send: Send<never, unknown> = async (_, how) => dataOf(await api.POST('/journal-entries', { params: sending(how), body }));
  return step(send, {
    title: t('yearEnd.post.title', { text }),
    confirm: t('yearEnd.post.action'),
    says: t('yearEnd.post.text', { date: formats.date(date) }),
    done: () => t('yearEnd.post.done', { text }),
  });
};
