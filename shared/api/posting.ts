/** What an action that posts may be refused for by its period: the same for every module. */
export const PERIOD_REFUSALS = ['period.not_open', 'period.closed', 'period.locked', 'period.year_closed', 'period.tax_filed'] as const;
/** With those that tell what has happened, which is never dated later. */
export const POSTING_REFUSALS = [...PERIOD_REFUSALS, 'date.future'] as const;
