import { type Send, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Words } from '../../list/columns.tsx';
import type { PageAction } from '../../record/document-page.tsx';
import { appliedBy } from '../receivables/allocations.tsx';
import { documentName } from '../receivables/documents.tsx';
import { creditNameOf, creditOf, sendRemoval } from './credits.ts';

export interface Allocated {
  readonly id: string;
  readonly date: string;
  /** The day on which a supplier's document came. */
  readonly receivedOn?: string;
  readonly allocations: Parameters<typeof appliedBy>[0];
}

/** Not before the document, and proposed after the last thing that was done with it. */
const dateOf = ({ date, receivedOn = date, allocations }: Allocated) => ({
  min: receivedOn,
  after: [receivedOn, ...allocations.map((each) => each.date)].sort().at(-1) ?? receivedOn,
});

interface Reversed {
  readonly reversal?: { readonly entry: Schemas['Entry'] };
}
interface ReversalWords {
  readonly title: string;
  readonly confirm: string;
  readonly says: string;
  readonly done: string;
}

/** Takes a document back: the entry the other way round. */
export const reversalOf = (send: Send<{ date?: string; reason: string }, Reversed>, document: Allocated, words: ReversalWords) =>
  step(send, {
    ...words,
    danger: true,
    fields: { reason: {}, date: dateOf(document) },
    entries: ({ reversal }) => (reversal ? [reversal.entry] : []),
    done: () => words.done,
  });

interface TakenBack<D> {
  readonly needs: PageAction<D>['needs'];
  readonly send: (document: D) => Parameters<typeof reversalOf>[0];
  /** The text of what it means. */
  readonly says: 'payables.reverse.bill' | 'payables.reverse.payment';
}

/** The same of a supplier's document, as its page offers it. */
export const reverseAction = <D extends Allocated>(t: Words['t'], { needs, send, says }: TakenBack<D>): PageAction<D> => ({
  ...{ id: 'reverse', label: t('payables.reverse.action'), needs, danger: true },
  step: (source) => {
    const document = documentName(source.id, t);
    const words = { title: t('payables.reverse.title', { document }), confirm: t('payables.reverse.action') };
    return reversalOf(send(source), source, { ...words, says: t(says), done: t('payables.reverse.done', { document }) });
  },
});

/** What a document has paid of a charge is open again. */
export function removalOf(source: Allocated, chargeId: string, { t, formats }: Words) {
  const amount = appliedBy(source.allocations).find((each) => each.id === chargeId)?.amount ?? '0';
  const document = documentName(chargeId, t);
  return step(sendRemoval(source.id, chargeId), {
    title: t('billing.allocations.removeTitle', { document }),
    confirm: t('billing.allocations.remove'),
    danger: true,
    fields: { date: dateOf(source) },
    says: t(creditOf(creditNameOf(source.id)).removed, { amount: formats.money({ amount, currency: 'EUR' }) }),
    done: () => t('billing.allocations.removed', { document }),
  });
}
