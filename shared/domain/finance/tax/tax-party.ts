import type { TaxPaper } from '#kernel/record.ts';

/** Who a party is to the forms: its tax id, or its name where it has none. */
export const taxPartyKey = ({ taxId, name }: TaxPaper['party']): string => taxId?.replace(/^ES(?=[0-9A-Z]{9}$)/, '') ?? name;
