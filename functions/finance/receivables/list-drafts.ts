import { Drafts } from '#domain/finance/receivables/draft.ts';
import { draftState, draftView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn, yearOf, yearsBetween } from '#kernel/date.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { receivables } from './module.ts';

export const listDrafts = query(receivables.actions.listDrafts, async ({ query: asked, records, now }) => {
  const company = await records.need(Companies, COMPANY_ID);
  const dayOf = (instant: Date) => dateIn(company.timeZone, instant);
  // A draft is listed under the day it was made, which needs no open fiscal year.
  const years = yearsBetween(yearOf(dayOf(new Date(company.history[0]?.at ?? now))), yearOf(dayOf(now)));
  const page = await listDated(records, Drafts, years, asked, {
    party: asked.customerId,
    where: asked.state === undefined ? undefined : (draft) => draftState(draft) === asked.state,
  });
  return { ...page, items: page.items.map((item) => draftView(item)) };
});
