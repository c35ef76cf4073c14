export const yearEnd = {
  title: 'Year end',
  meaning: 'A year is closed once everything of it is posted: income and expenses go to 129, and the balances are opened in the next one.',
  year: 'Fiscal year',
  taxpayer: 'Rate of corporate tax',
  taxpayers: {
    general: 'General rate',
    micro: 'Micro company (below 1 million €)',
    reduced: 'Reduced-size company',
    new: 'Newly created company',
  },
  result: 'Result',
  state: 'State',
  resultBeforeTax: 'Result before tax',
  resultNow: 'Result of the year',
  closedBy: 'Last closing',
  closedOn: '{{date}}, {{by}}: {{result}} (closing no. {{run}})',
  reason: 'Why it was reopened',
  tasks: {
    title: 'Before closing',
    left_zero: 'Nothing is left to do that the books can show.',
    left_one: '{{count}} thing is left to do or to check. It does not keep you from closing.',
    left_other: '{{count}} things are left to do or to check. They do not keep you from closing.',
    left_many: '{{count}} things are left to do or to check. They do not keep you from closing.',
    names: {
      drafts: 'Drafts and expenses that are not posted',
      stock: 'Closing stock',
      unbilled: 'Bills still to come (4009)',
      deferrals: 'Accruals and deferrals (480 and 485)',
      depreciation: 'Depreciation',
      revaluation: 'Balances in foreign currencies',
      'tax-returns': 'Tax returns',
    },
    done: {
      drafts: 'None is left.',
      stock: 'The stock was adjusted in the last month.',
      unbilled: '{{amount}} is posted as still to be billed. Check that those bills have not come.',
      deferrals: 'Deferrals were posted in the last month.',
      depreciation: 'Everything is depreciated up to the last day.',
      revaluation: 'They are valued at the rate of the last day.',
      'tax-returns': 'The quarterly returns of the year are filed.',
    },
    open: {
      drafts: '{{count}}{{more}} drafts of invoices or claims of expenses wait: issue or decide them, or remove them.',
      stock:
        'Nobody adjusted the stock in the last month: count it and record the differences or, if it is not kept here, post its variation (610 against 300). If the count agrees, there is nothing to record.',
      unbilled: '4009 has a debit balance, {{amount}}: there are bills without their goods.',
      deferrals: 'Nothing was deferred: look for insurance, rent, interest or fees that are partly of the next year.',
      depreciation: '{{amount}} is still to be depreciated up to the last day.',
      revaluation:
        'There are balances in foreign currencies ({{count}}), and the last month is not valued. If the rate has not changed them, there is nothing to post.',
      'tax-returns': 'Not filed, or without their receipt:',
    },
    nothing: {
      drafts: 'There are none.',
      stock: 'There is no stock, and nothing was bought.',
      unbilled: 'Nothing waits for its bill.',
      deferrals: 'There are no expenses or income that could be of two years.',
      depreciation: 'There are no fixed assets.',
      revaluation: 'There are no balances in foreign currencies.',
      'tax-returns': 'None that is kept here: forms are known from 2026 on.',
    },
    places: {
      drafts: 'See the drafts',
      stock: 'See the stock',
      unbilled: 'See what waits for its bill',
      deferrals: 'Post an entry',
      depreciation: 'See the depreciations',
      revaluation: 'Value the balances',
      'tax-returns': 'See the tax returns',
    },
  },
  months: '1. Months',
  monthsOpen: 'Still open: {{months}}. Better close them first.',
  monthsDone: 'All months are closed.',
  toPeriods: 'See the periods',
  corporateTax: '2. Corporate tax',
  adjustment:
    'Not in the proposal: for depreciation, {{added}} are added to the taxable base and {{deducted}} taken off it (LIS art. 12.1).',
  corporateTaxText:
    'On the result as the books have it: without fiscal adjustments and losses of other years, which only your tax adviser knows.',
  noTax: 'Nothing to propose: there is no profit, it is posted already, or the rate of that year is not known.',
  closing: '3. Closing and opening entries',
  closingText: 'Reports as of the last day still show the year as it was before. Nobody can post in the year while it is closed.',
  distribution: '4. Distribution of the result',
  distributionText:
    'Losses of earlier years first, a tenth to the legal reserve until it is a fifth of the capital, the rest to reserves. The general meeting decides: copy and change it where it agrees otherwise.',
  noDistribution: 'There is no result in 129 to distribute. It shows here once the year is closed.',
  close: {
    action: 'Close the year',
    title: 'Close the fiscal year {{year}}',
    text: 'The result of {{year}}, {{result}}, goes to 129, and the balances are opened in the next year.',
    done: 'Fiscal year {{year}} closed.',
  },
  reopen: {
    action: 'Reopen the year',
    title: 'Reopen the fiscal year {{year}}',
    text: 'The closing and opening entries of {{year}} are reversed. Post what is missing, then close the year again.',
    done: 'Fiscal year {{year}} reopened.',
  },
  post: {
    action: 'Post',
    title: 'Post: {{text}}',
    text: 'It is posted on {{date}}, as proposed.',
    done: '{{text}}: posted.',
  },
};

export const menu = { yearEnd: 'Year end' };

export const billing = { documents: { 'year-end': 'Fiscal year {{number}}', 'year-end-entry': 'Closing entry {{number}}' } };
export const books = { sources: { 'year-end-entry': 'Year end' } };
export const states = {
  'year-end': { open: 'Open', closed: 'Closed', reopened: 'Reopened' },
  'year-task': { done: 'Done', open: 'To do', nothing: 'Nothing to do' },
  'year-end-entry': { reversed: 'Reversed', reversal: 'Reversal' },
};
export const palette = { kinds: { 'year-end-entry': 'Closing entries' } };
export const records = { did: { closeYear: 'Closed the fiscal year', reopenYear: 'Reopened the fiscal year' } };
