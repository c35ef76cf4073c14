import type { useT } from '../../i18n/i18n.ts';
import { hrefOf, numberOf } from '../../record/kinds.ts';

type T = ReturnType<typeof useT>;

interface Source {
  readonly kind: string;
  readonly id: string;
}

/** What a document is called: its kind, with its number where people know it by one. */
export function sourceName({ kind, id }: Source, t: T): string {
  const name = t(`books.sources.${kind}` as 'books.sources.invoice', { defaultValue: kind });
  return kind === 'invoice' || kind === 'credit-note' ? `${name} ${numberOf(id)}` : name;
}

/** Where the document of an entry is shown; `undefined` for manual entries, which are documents themselves, and where there is no screen. */
export const sourceHref = ({ id }: Source): string | undefined => hrefOf(id);
