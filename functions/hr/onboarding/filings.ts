import { onboarding as table } from '#api/hr/onboarding.ts';
import { filingsCsv, filingsOf } from '#domain/hr/onboarding/filing.ts';
import { Onboardings } from '#domain/hr/onboarding/onboarding.ts';
import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { mayFor } from '#runtime/caller.ts';
import { notFound } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import { noteReading } from '../people/personal-readings.ts';

/** Serves a read, and may write: that personal data were read. */
export const getFilings = query(table.actions.getFilings, async ({ path, records, caller, company, today, now }) => {
  const id = path.onboardingId;
  const onboarding = await records.get(Onboardings, id);
  if (!onboarding || !mayFor(caller, 'people.personal', onboarding, Onboardings)) throw notFound(Onboardings.kind, id, 'path.onboardingId');
  const { employeeId } = onboarding;
  await noteReading(records, caller, { employeeId, what: 'personal-data', today, now });
  const [person, file, pay] = await Promise.all([
    records.getOrThrow(Employees, employeeId),
    records.get(PersonalFiles, personalFileId(employeeId)),
    records.get(EmploymentTermsOf, employmentTermsId(employeeId)),
  ]);
  const items = filingsOf({ company, onboarding, person, file, pay });
  return { items: [...items], csv: filingsCsv(items) };
});
