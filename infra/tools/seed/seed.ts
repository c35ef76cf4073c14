import { addDays, dateIn, type IsoDate } from '../../../shared/kernel/date.ts';
import type { Endpoints } from '../local/outputs.ts';
import { reconcile } from '../local/reconcile.ts';
import { setRates } from './abroad-plan.ts';
import { setAnalysis } from './analysis.ts';
import { annotate } from './annotations.ts';
import { type Api, apiOf, Refusal } from './api.ts';
import { automate, watchSales } from './automation.ts';
import { readStatement } from './bank-statement.ts';
import { calendar } from './calendar.ts';
import { History } from './carry-out.ts';
import { closeFirstYear, fileLastQuarter, rehearseClose } from './closed-books.ts';
import { develop } from './development.ts';
import { collectByDebits } from './direct-debits.ts';
import { followInvoices, tellOfInvoices } from './electronic-invoices.ts';
import { employ } from './employees.ts';
import { equip } from './equipment.ts';
import { claimExpenses } from './expenses.ts';
import { lumbre } from './lumbre.ts';
import { norte } from './norte.ts';
import { payStaff } from './pay-runs.ts';
import { payByRuns } from './payment-runs.ts';
import { planOf } from './plan.ts';
import type { Profile } from './profile.ts';
import { receiveDocuments } from './received-documents.ts';
import { recruit } from './recruiting.ts';
import type { Step } from './step.ts';
import { requireTieOuts } from './tie-outs.ts';
import { keepTime } from './working-time.ts';

const PROFILES: readonly Profile[] = [lumbre, norte];

const WATCHED_DAYS = 21;

interface Company {
  readonly walkInCustomerId: string;
  readonly createdAt: string;
}

/**
 * Gives the demo companies (or those alone) a past: five months of buying, selling and being paid, up to the day on which they were
 * founded, by the API and by the people whose work it is. What was done is not done again: a seed that was cut off is
 * finished by the next, which gets what the same requests made before.
 * @throws Failure when a request is refused, or the books do not agree afterwards.
 */
export async function seed(endpoints: Endpoints, note: (line: string) => void, profiles = PROFILES): Promise<void> {
  const apis = await Promise.all(profiles.map((profile) => apiOf(endpoints, profile.tenant)));
  const filled = profiles.map((profile, i) => fill(profile, apis[i] as Api, (line) => note(`${profile.settings.name}: ${line}`)));
  await Promise.all(filled);
  // What is done on a schedule: whoever owes is reminded, and the books are sealed.
  await reconcile(endpoints, () => undefined);
  await Promise.all(profiles.map((profile, i) => requireTieOuts(apis[i] as Api, profile.settings.name)));
  note('the books balance, and agree with the stock, what customers owe and what suppliers are owed');
}

async function fill(profile: Profile, api: Api, note: (line: string) => void): Promise<void> {
  const company = await found(profile, api);
  await letIn(api);
  const today = dateIn(profile.settings.timeZone, new Date(company.createdAt));
  const plan = planOf(profile, today);
  const keyOf = (step: Step): string => encodeURIComponent(`demo.${step.key}`);
  const answers = new Map([['customer.walk-in', { id: company.walkInCustomerId, open: { amount: '0.00', currency: 'EUR' as const } }]]);
  const history = new History(api, keyOf, answers);
  await setAnalysis(api, profile, today);
  await setRates(api, calendar(today));
  await followInvoices(api, today);
  await history.carryOut(plan.setup);
  note(`${profile.items.length} items, ${profile.customers.length} customers`);
  // The last weeks are watched by a rule, which so has done something.
  const watchedFrom = addDays(today, -WATCHED_DAYS);
  const { before = [], watched = [] } = Object.groupBy(plan.history, ({ date }) => (date < watchedFrom ? 'before' : 'watched'));
  await history.carryOutByMonth(before, note);
  await watchSales(api);
  await history.carryOutByMonth(watched, note);
  await payByRuns(api);
  if (!profile.importsShop) await closeFirstYear(api, today);
  await fileLastQuarter(api, today);
  await collectByDebits(api, today);
  await claimExpenses(api, today);
  const employees = await employ(api);
  await payStaff(
    api,
    today,
    employees.filter((_, i) => profile.paid.includes(i)),
  );
  await recruit(api);
  await keepTime(api, today);
  await develop(api, today);
  await equip(api, today);
  await automate(api);
  await readStatement(api, profile.settings.iban, today);
  await receiveDocuments(api, profile, today);
  await tellOfInvoices(api, today);
  await close(api, plan.closed);
  await rehearseClose(api, today);
  note(`notes, files and tags on ${await annotate(api)} records`);
}

/** The company, as it was founded: by this seed, or by one that was cut off before. */
async function found({ settings, importsShop }: Profile, api: Api): Promise<Company> {
  try {
    return await api.get<Company>('owner', '/company');
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
  }
  const today: IsoDate = dateIn(settings.timeZone, new Date());
  return api.post<Company>('owner', '/company', 'demo.company', { ...settings, fiscalYears: calendar(today, importsShop).fiscalYears });
}

/** The owner invites everybody else who can sign in, and each comes once. */
async function letIn(api: Api): Promise<void> {
  for (const { email, role } of api.people)
    try {
      // Pay is approved by two: the owner, and whoever is in charge of people.
      const roles = role === 'hr' ? ['hr', 'payroll'] : [role];
      if (role !== 'owner') await api.post('owner', '/members', `demo.member.${role}`, { email, roles });
    } catch (error) {
      // A member already: of a seed before this one.
      if (!(error instanceof Refusal) || error.status !== 409) throw error;
    }
  for (const { role } of api.people) await api.get(role, '/me');
}

/** Closes the first month, once. */
async function close(api: Api, month: string): Promise<void> {
  const { items } = await api.get<{ items: { period: string; state: string }[] }>('accountant', `/periods?year=${month.slice(0, 4)}`);
  if (items.find((item) => item.period === month)?.state === 'open') await api.put('accountant', `/periods/${month}`, { state: 'closed' });
}
