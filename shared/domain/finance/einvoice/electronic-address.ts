import type { TradeParty } from './einvoice.ts';

/** Schemes of VAT ids by the prefix of their country (ISO 6523 and Electronic Address Scheme code list of the EU, as Peppol has them). */
const SCHEMES: Readonly<Record<string, string>> = {
  ...{ AD: '9922', AT: '9914', BE: '9925', BG: '9926', CY: '9928', CZ: '9929', DE: '9930', EE: '9931', EL: '9933', ES: '9920', FR: '9957' },
  ...{ GB: '9932', HR: '9934', HU: '9910', IE: '9935', IT: '0211', LT: '9937', LU: '9938', LV: '9939', MT: '9943', NL: '9944', PL: '9945' },
  ...{ PT: '9946', RO: '9947', SE: '9955', SI: '9949', SK: '9950' },
};

interface ElectronicAddress {
  readonly scheme: string;
  readonly id: string;
}

/** Where a party takes electronic invoices (BT-34, BT-49), as far as it follows from what is known: by its VAT id, else by its mail (EM). */
export function electronicAddress({ vatId, email }: Pick<TradeParty, 'vatId' | 'email'>): ElectronicAddress | undefined {
  const scheme = vatId && SCHEMES[vatId.slice(0, 2)];
  if (vatId && scheme) return { scheme, id: vatId };
  return email ? { scheme: 'EM', id: email } : undefined;
}
