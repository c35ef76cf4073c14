import type * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import type { ViesCheck, ViesInput } from '#kernel/vies.ts';

interface Checked {
  readonly taxId?: string | undefined;
  readonly vies?: z.output<typeof ViesInput> | ViesCheck | undefined;
}

/**
 * A party with its check as it is stored. @param told what was typed now; absent or null: what stood there stays, or is gone.
 * @throws DomainError `vies.check` (400) without a VAT id, or of a day to come.
 */
export function withVies<P extends Checked>(
  party: P,
  told: z.output<typeof ViesInput> | null | undefined,
  { by, today }: { readonly by: string; readonly today: IsoDate },
): Omit<P, 'vies'> & { readonly vies?: ViesCheck } {
  if (!told) return party as Omit<P, 'vies'> & { readonly vies?: ViesCheck };
  if (!party.taxId || told.on > today)
    throw invalid('vies.check', 'A check in VIES is of a VAT id, on a day that has been: give both.', 'body.vies', { date: told.on });
  return { ...party, vies: { ...told, vatId: bareTaxId(party.taxId), by } };
}
