import type { IsoDate } from '#kernel/date.ts';

/** A duty of electronic invoicing from a day on. */
export interface EInvoiceDuty {
  readonly id:
    | 'sii'
    | 'verifactu-companies'
    | 'verifactu-others'
    | 'verifactu-makers'
    | 'b2b-large'
    | 'b2b-others'
    | 'b2b-status-persons'
    | 'face';
  readonly from: IsoDate;
  readonly source: string;
  readonly confidence: 'high' | 'medium-high' | 'medium';
  /** What is said to come in its place, and is no law: nothing here goes by it. */
  readonly announced?: Announced;
}

export interface Announced {
  /** Month from which it would be a duty. */
  readonly from: string;
  /** Day on which it was said, and by whom. */
  readonly on: IsoDate;
  readonly source: string;
}

/** Said of both, in a note to the press: it was not in the official gazette when last seen. */
const VERIFACTU_LATER: Announced = { from: '2028-10', on: '2026-10-05', source: 'Ministerio de Hacienda' };

/**
 * Who has to do what from when, as law was on 2026-11-29. What is announced is no law: `from` changes when it is in the official gazette.
 */
export const EINVOICE_DUTIES_ES: readonly EInvoiceDuty[] = [
  { id: 'face', from: '2015-01-15', source: 'Ley 25/2013', confidence: 'medium-high' },
  { id: 'sii', from: '2017-07-01', source: 'RD 596/2016', confidence: 'medium-high' },
  { id: 'verifactu-makers', from: '2025-07-29', source: 'RD 1007/2023', confidence: 'medium' },
  {
    id: 'verifactu-companies',
    from: '2027-01-01',
    source: 'RDL 15/2025 (BOE-A-2025-24446, BOE-A-2025-25695)',
    confidence: 'high',
    announced: VERIFACTU_LATER,
  },
  {
    id: 'verifactu-others',
    from: '2027-07-01',
    source: 'RDL 15/2025 (BOE-A-2025-24446, BOE-A-2025-25695)',
    confidence: 'high',
    announced: VERIFACTU_LATER,
  },
  {
    id: 'b2b-large',
    from: '2027-10-06',
    source: 'RD 238/2026 (BOE-A-2026-7295), Orden HAC/1028/2026 (BOE-A-2026-20587)',
    confidence: 'high',
  },
  {
    id: 'b2b-others',
    from: '2028-10-06',
    source: 'RD 238/2026 (BOE-A-2026-7295), Orden HAC/1028/2026 (BOE-A-2026-20587)',
    confidence: 'high',
  },
  {
    id: 'b2b-status-persons',
    from: '2029-10-06',
    source: 'RD 238/2026 (BOE-A-2026-7295), Orden HAC/1028/2026 (BOE-A-2026-20587)',
    confidence: 'medium',
  },
];
