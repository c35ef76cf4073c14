/** Rules that any company may take, by what they are about. */
export const OFFER_KEYS = [
  'vat-303',
  'withholdings-111',
  'rents-115',
  'instalments-202',
  'corporate-tax-200',
  'social-security',
  'self-employed',
  'payroll',
  'bank-fees',
  'loan-interest',
  'card-takings',
  'interest-received',
] as const;
export type OfferKey = (typeof OFFER_KEYS)[number];
