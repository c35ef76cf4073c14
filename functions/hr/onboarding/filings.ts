import { onboarding as table } from '#api/hr/onboarding.ts';
import { filingsCsv } from '#domain/hr/onboarding/filing.ts';
import { Onboardings } from '#domain/hr/onboarding/onboarding.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { mayFor } from '#runtime/caller.ts';
import { notFound } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import { noteReading } from '../people/personal-readings.ts';
import { readOfficeFilings } from './filing-store.ts';

/** Serves a read, and may write: that personal data were read. */
export const getFilings = query(table.actions.getFilings, async ({ path, records, caller, company, today, now }) => {
  const id = path.onboardingId;
  const onboarding = await records.get(Onboardings, id);
  if (!onboarding || !mayFor(caller, 'people.personal', onboarding, Onboardings)) throw notFound(Onboardings.kind, id, 'path.onboardingId');
  const { employeeId } = onboarding;
  await noteReading(records, caller, { employeeId, what: 'personal-data', today, now });
  const person = await records.getOrThrow(Employees, employeeId);
  const withPay = mayFor(caller, 'pay.read', onboarding, Onboardings);
  const items = await readOfficeFilings(records, { company, onboarding, person, withPay });
  return { items: [...items], csv: filingsCsv(items) };
});
