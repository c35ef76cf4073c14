import { spanishTaxIdIn } from '#kernel/tax-id-es.ts';

/** The NIF that a tax id is, however it is written; undefined of any other. */
export const nationalIdOf = (taxId: string | undefined): string | undefined => (taxId ? spanishTaxIdIn(taxId) : undefined);
