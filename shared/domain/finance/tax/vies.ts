import { addDays, type IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import type { ViesCheck } from '#kernel/vies.ts';
import { taxCodeOf } from './vat-es.ts';

/** So long a check holds: a company's decision, the law sets none. */
const DAYS_VALID = 365;

/** Supplies within the Union, and what is bought within it. */
const isWithinUnion = (code: string): boolean => code.startsWith('INTRA') || (taxCodeOf(code)?.purchase ?? '').startsWith('PK');

interface Party {
  readonly name: string;
  readonly taxId?: string | undefined;
  readonly vies?: ViesCheck | undefined;
}

function faultOf({ taxId = '', vies }: Party, date: IsoDate): 'none' | 'not_valid' | 'old' | undefined {
  if (!vies || vies.vatId !== bareTaxId(taxId)) return 'none';
  if (!vies.valid) return 'not_valid';
  return vies.on < addDays(date, -DAYS_VALID) ? 'old' : undefined;
}

/**
 * Why a code of the Union is not on a document of a day, or undefined: the VAT id of the other must stand in VIES
 * (Ley 37/1992 art. 25, as of RDL 3/2020; Directive 2006/112/EC art. 138.1).
 */
export function refusalOfVies(code: string, party: Party, date: IsoDate, field: string): Refusal | undefined {
  if (!isWithinUnion(code)) return undefined;
  const why = faultOf(party, date);
  return (
    why &&
    refusal(
      'tax.vies',
      `No check in VIES of the last year says that ${party.taxId ?? 'the VAT id'} of ${party.name} is valid: ask there, record the answer with ${party.name}, or use another tax code.`,
      `${field}.taxCode`,
      { party: party.name, taxId: party.taxId ?? '', date: party.vies?.on ?? date, why: `${why}` },
    )
  );
}
