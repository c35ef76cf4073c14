import { expect, it } from 'vitest';
import { addDays, addMonths, dateIn, monthOf } from '../../../shared/kernel/date.ts';
import { send } from '../../support/http.ts';
import { done, foundCompany, postOf } from '../../support/trading-company.ts';

const TODAY = dateIn('Europe/Madrid', new Date());
const MONTH = addMonths(monthOf(TODAY), -1);
const [FIRST, LAST] = [`${MONTH}-01`, addDays(`${monthOf(TODAY)}-01`, -1)];
const eur = (amount: string) => ({ amount, currency: 'EUR' });

it('a month as it was known when it was closed, and what came since, entry by entry', async () => {
  const company = await foundCompany();
  const { owner, auditor } = company.tokens;
  const post = postOf(company);
  const rent = (date: string, amount: string, text: string) =>
    post('/journal-entries', {
      date,
      text,
      lines: [
        { account: '621', debit: eur(amount) },
        { account: '572', credit: eur(amount) },
      ],
    });
  const ask = (path: string, token = owner) => send(`GET ${path}`, { token });
  const before = new Date().toISOString();
  await rent(FIRST, '300.00', 'Alquiler');
  const early = await ask(`/trial-balance?date=${LAST}&from=${FIRST}&knownAt=${before}`);
  expect(early.body).toMatchObject({ status: 422, code: 'books.not_closed_then' });

  await done(send(`PUT /periods/${MONTH}`, { token: owner, body: { state: 'closed' } }));
  const knownAt = new Date().toISOString();
  const { id: late } = await rent(LAST, '100.00', 'Alquiler del trastero');
  await rent(TODAY, '50.00', 'Alquiler de este mes');

  const rentOf = async (query: string) => {
    const { rows } = await done(ask(`/trial-balance?consistent=true&from=${FIRST}&${query}`, auditor));
    return rows.find(({ account }: { account: string }) => account === '621')?.closing.amount;
  };
  expect(await rentOf(`date=${LAST}`)).toBe('400.00');
  expect(await rentOf(`date=${LAST}&knownAt=${knownAt}`)).toBe('300.00');
  // What was booked later was not known either; what is still to come is no figure of then.
  expect(await rentOf(`date=${TODAY}`)).toBe('450.00');
  expect(await rentOf(`date=${TODAY}&knownAt=${knownAt}`)).toBe('300.00');

  const path = '/statements/income-statement';
  const then = await done(ask(`${path}?from=${FIRST}&date=${LAST}&consistent=true&knownAt=${knownAt}`));
  expect(then).toMatchObject({ knownAt, balanced: true });
  const differences = await done(
    send(`GET /statements/income-statement/differences?from=${FIRST}&date=${LAST}&knownAt=${knownAt}`, { token: auditor }),
  );
  expect(differences.entries).toMatchObject([
    { entryId: late, date: LAST, text: 'Alquiler del trastero', postedBy: company.people.owner.email },
  ]);
  expect(differences.lines.find(({ id }: { id: string }) => id === '40700')).toMatchObject({
    before: [eur('-300.00')],
    after: [eur('-400.00')],
  });
  const open = await ask(`${path}/differences?date=${TODAY}&knownAt=${knownAt}`);
  expect(open.body).toMatchObject({ status: 400, code: 'books.not_over_then', field: 'query.date' });
  const divided = await ask(`${path}?dimension=centro&knownAt=${knownAt}`);
  expect(divided.body).toMatchObject({ code: 'statement.by_dimension', field: 'query.knownAt' });
});
