/** What an action that posts may be refused for by its period: the same for every module. */
export const PERIOD_REFUSALS = [
  'period.not_open',
  'period.closed',
  'period.month_closed',
  'period.lane_shut',
  'period.lane_closed',
  'period.locked',
  'period.year_closed',
  'period.tax_filed',
] as const;
/** With those that tell what has happened, which is never dated later. */
export const POSTING_REFUSALS = [...PERIOD_REFUSALS, 'date.future'] as const;
/** What accounts and dimensions of lines may be refused for. */
export const POSTED_TO = [
  'account.unknown',
  'account.control',
  'account.inactive',
  'account.not_in_force',
  'account.currency',
  'dimension.value',
] as const;
/** What lines of a purchase may be refused for by their tax. */
export const PURCHASE_TAXES = [
  'tax.supplier',
  'tax.company_withholding',
  'tax.no_rate',
  'tax.no_pack',
  'tax.capital_good',
  'tax.vies',
] as const;
/** What a bank account may be refused for that money comes to or leaves. */
export const BANKS = ['account.bank', 'account.unknown', 'account.inactive', 'account.not_in_force', 'account.currency'] as const;
/** What a document in a foreign currency may be refused for. */
export const EXCHANGING = ['rate.missing', 'rate.far', 'rate.base'] as const;
/** What books as they were known at a moment may be refused for. */
export const KNOWN_REFUSALS = ['books.not_known_yet', 'books.not_closed_then'] as const;
