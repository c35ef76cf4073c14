import type { IsoDate } from '#kernel/date.ts';

/** Whose chain it is. */
export interface ChainOwner {
  readonly taxId: string;
  readonly timeZone: string;
  readonly einvoicing?: { readonly verifactu?: { readonly from: IsoDate; readonly until?: IsoDate } } | undefined;
}

/** Whether records are made on a day. */
export const chainsOn = ({ einvoicing }: Pick<ChainOwner, 'einvoicing'>, day: IsoDate): boolean => {
  const { from, until = day } = einvoicing?.verifactu ?? { from: '9999-12-31' };
  return from <= day && day <= until;
};
