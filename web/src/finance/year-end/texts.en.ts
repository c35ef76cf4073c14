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
  'year-end-entry': { reversed: 'Reversed', reversal: 'Reversal' },
};
export const palette = { kinds: { 'year-end-entry': 'Closing entries' } };
export const records = { did: { closeYear: 'Closed the fiscal year', reopenYear: 'Reopened the fiscal year' } };
