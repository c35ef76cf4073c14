export const interest = {
  meaning:
    'Interest for late payment between businesses (Ley 3/2004, art. 7), by half-year, in percent a year. Days of a half-year without a confirmed rate are not counted.',
  title: 'Interest for late payment up to {{date}}',
  lacking: 'The rate of {{semesters}} is not confirmed: its days are not counted.',
  span: 'Days',
  days: 'Number',
  owed: 'Open',
  rate: 'Rate a year',
  interest: 'Interest',
  compensation: 'Costs of asking (art. 8)',
  semester: 'Half-year',
  source: 'Source',
  unconfirmed: 'not confirmed',
  by: 'set by {{by}} on {{date}}',
  set: {
    action: 'Set the rate',
    title: 'Set the rate of {{semester}}',
    none: 'Enter the rate, and where it was read.',
    sourceHint: 'The resolution in the BOE that publishes it.',
    done: 'The rate of {{semester}} is set.',
  },
};

export const menu = { lateRates: 'Interest for late payment' };
export const billing = { documents: { 'late-rate': 'Interest rate {{number}}' } };
export const records = { did: { putLateRate: 'Set the rate' } };
