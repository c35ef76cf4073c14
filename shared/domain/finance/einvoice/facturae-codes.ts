/** Taxes of Facturae: IVA, IPSI, IGIC, IRPF. */
export const FACTURAE_TAX = { vat: '01', ipsi: '02', igic: '03', irpf: '04' } as const;

/** Means of payment by those of EN 16931 (UNCL 4461). */
export const FACTURAE_MEANS: Readonly<Record<string, string>> = {
  ...{ 10: '01', 30: '04', 58: '04', 59: '02', 49: '02', 20: '11', 48: '19', 54: '19' },
};
export const FACTURAE_TRANSFER = '04';
/** Those of EN 16931 by means of Facturae, but of transfers, of which there are two. */
export const MEANS_OF_FACTURAE: Readonly<Record<string, string>> = { '01': '10', '02': '59', '04': '30', 11: '20', 19: '48' };

/** Units that both have a code for (UN/ECE Recommendation 20). */
export const FACTURAE_UNITS: Readonly<Record<string, string>> = {
  ...{ C62: '01', HUR: '02', KGM: '03', LTR: '04', XBX: '06', XBG: '10', XBO: '12', CLT: '15', CMT: '16', DZN: '18', GRM: '21', KMT: '22' },
  ...{ MTR: '25', MMT: '26', XPK: '28', XRO: '30', MTQ: '33', SEC: '34', WTT: '35', KWH: '36' },
};
export const OTHER_UNIT = '05';

/** What rounding of the total stands under, among what is withheld: Facturae has no place for it. */
export const FACTURAE_ROUNDING = 'Redondeo';
