import { type Filing, filingsOf } from '#domain/hr/onboarding/filing.ts';
import type { StoredOnboarding } from '#domain/hr/onboarding/onboarding.ts';
import { Settlements, settlementId } from '#domain/hr/onboarding/settlement-record.ts';
import { contributedMonths } from '#domain/hr/payroll/contributed-month.ts';
import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { contributionAccountAt } from '#domain/hr/payroll/payroll-settings.ts';
import { assignmentOn, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { Records } from '#runtime/records.ts';
import { readFinalSlips } from '../payroll/paid-person.ts';
import { readPayrollSettings } from '../payroll/payroll-settings.ts';

interface Filed {
  readonly company: StoredCompany;
  readonly onboarding: StoredOnboarding;
  readonly person: StoredEmployee;
  /** Whether the reader may see what they earn: bases of contribution tell it. */
  readonly withPay: boolean;
}

/** What of pay the certificate of a leaving tells. */
async function readContributed(records: Records, { id, employeeId, date, since }: StoredOnboarding, startDate: string) {
  const [slips, settlement] = await Promise.all([readFinalSlips(records, employeeId), records.get(Settlements, settlementId(id))]);
  return { months: contributedMonths(slips, { since: since ?? startDate, until: date }), holidayDays: settlement?.figures.holidayDays };
}

/** What the offices ask for of somebody who comes or leaves. Four records; of a leaving their slips, with the runs of these, besides. */
export async function readOfficeFilings(records: Records, { company, onboarding, person, withPay }: Filed): Promise<readonly Filing[]> {
  const [file, pay, settings, contributed] = await Promise.all([
    records.get(PersonalFiles, personalFileId(person.id)),
    records.get(EmploymentTermsOf, employmentTermsId(person.id)),
    readPayrollSettings(records),
    withPay && onboarding.flow === 'leaving' ? readContributed(records, onboarding, person.startDate) : undefined,
  ]);
  const contributionAccount = contributionAccountAt(settings, onboarding.workplace ?? assignmentOn(person, onboarding.date).workplace);
  return filingsOf({ company, onboarding, person, file, pay, contributionAccount, ...(contributed ? { contributed } : {}) });
}
