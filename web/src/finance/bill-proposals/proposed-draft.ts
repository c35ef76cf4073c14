import type { Currency } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';
import { dimensionText } from '../../lines/dimension-text.ts';
import { newLine, open } from '../../lines/draft.ts';
import { type PurchaseDraft, purchases } from '../payables/purchase-draft.ts';
import { dueDaysOf } from './due-days.ts';

/** The draft as a document that came in tells it. */
export function withPaper(draft: PurchaseDraft, paper: Pick<Schemas['Document'], 'id' | 'proposal'> | undefined): PurchaseDraft {
  if (!paper?.proposal) return paper ? { ...draft, documentId: paper.id } : draft;
  const { reference = '', date = '', dueDate = '', dueDates = [], total, lines } = paper.proposal;
  const kind = purchases(false);
  const read = lines.map(({ account = '', net, taxCode = '', dimensions }) =>
    newLine(kind, { account, net: net.amount, taxCode, dimensions: dimensionText(dimensions) }),
  );
  const currency = (total?.currency ?? draft.currency) as Currency;
  const dueDays = dueDaysOf(date, dueDates);
  const told = { reference, date, dueDate, dueDays, total: total?.amount ?? '', currency };
  return { ...draft, documentId: paper.id, ...told, lines: open(kind, read) };
}
