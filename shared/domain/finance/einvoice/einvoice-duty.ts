import type { IsoDate } from '#kernel/date.ts';
import { type Announced, EINVOICE_DUTIES_ES, type EInvoiceDuty } from './duties-es.ts';

/** A company as far as its duties of electronic invoicing depend on it. */
export interface Obliged {
  readonly taxId: string;
  readonly einvoicing?:
    | {
        readonly isLarge?: boolean;
        readonly followedFrom?: IsoDate;
        readonly verifactu?: { readonly from: IsoDate; readonly until?: IsoDate };
      }
    | undefined;
}

/** Tax ids of natural persons: DNI, NIE and those of minors and Spaniards abroad. */
export const isNaturalPerson = (taxId: string): boolean => /^[\dXYZKLM]/.test(taxId);

const dutyOf = (id: EInvoiceDuty['id']): EInvoiceDuty | undefined => EINVOICE_DUTIES_ES.find((duty) => duty.id === id);
const startOf = (id: EInvoiceDuty['id']): IsoDate => dutyOf(id)?.from ?? '9999-12-31';

/** The day from which a company must issue electronic invoices to businesses, and tell what became of those that it received. */
export function dutiesOf({ taxId, einvoicing }: Obliged): {
  readonly invoices: IsoDate;
  readonly statuses: IsoDate;
  readonly verifactu: IsoDate;
} {
  const person = isNaturalPerson(taxId);
  const invoices = startOf(einvoicing?.isLarge ? 'b2b-large' : 'b2b-others');
  return {
    invoices,
    statuses: person ? startOf('b2b-status-persons') : invoices,
    verifactu: startOf(person ? 'verifactu-others' : 'verifactu-companies'),
  };
}

/** What is said to move a company's duty of Verifactu, and is no law yet. */
export const announcedVerifactu = ({ taxId }: Pick<Obliged, 'taxId'>): Announced | undefined =>
  dutyOf(isNaturalPerson(taxId) ? 'verifactu-others' : 'verifactu-companies')?.announced;

/** The day from which invoices are followed. */
export const followedFrom = (company: Obliged): IsoDate => company.einvoicing?.followedFrom ?? dutiesOf(company).invoices;
