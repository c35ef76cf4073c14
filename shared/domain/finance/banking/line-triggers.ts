import { BASE_CURRENCY } from '#kernel/money.ts';
import { trigger } from '#kernel/trigger.ts';
import { BankFiles } from './bank-file.ts';
import { BankLines } from './bank-line.ts';
import { MatchRuns } from './match-run.ts';

/** What happens to lines of bank statements. */
export const bankLineTriggers = [
  trigger({
    name: 'bank.line',
    type: BankLines,
    // Of a line that nothing has looked at yet, that it is not matched tells nothing.
    whenEnded: [BankFiles, MatchRuns] as never,
    at: ({ history }) => history[0]?.at,
    fields: {
      // Negative where it leaves; of other currencies nothing is said in euros.
      amount: { type: 'money', of: (line) => (line.currency === BASE_CURRENCY ? line.amount : undefined) },
      text: { type: 'text', of: ({ text }) => text },
      party: { type: 'text', of: ({ partyName }) => partyName },
      iban: { type: 'text', of: ({ partyIban }) => partyIban },
      reference: { type: 'text', of: ({ reference }) => reference },
      currency: { type: 'text', of: ({ currency }) => currency },
      matched: { type: 'flag', of: ({ state }) => state === 'matched' },
      date: { type: 'date', of: ({ date }) => date },
    },
    amount: ({ amount, currency }) => (currency === BASE_CURRENCY ? Math.abs(amount) : 0),
  }),
];
