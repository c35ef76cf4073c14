import { onboarding as table } from '#api/hr/onboarding.ts';
import { Onboardings, onboardingActions, taskChanges } from '#domain/hr/onboarding/onboarding.ts';
import { isTaskSettled } from '#domain/hr/onboarding/onboarding-task.ts';
import {
  type SettlementRecord,
  Settlements,
  Severances,
  type StoredSettlement,
  settlementId,
} from '#domain/hr/onboarding/settlement-record.ts';
import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { severancePoliciesOf } from '#domain/hr/payroll/pay-policies.ts';
import { policiesOf } from '#domain/hr/payroll/payroll-settings.ts';
import { settlementOf, termsOn } from '#domain/hr/payroll/settlement.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { decimal } from '#kernel/decimal.ts';
import { forbidden, refused, throwIf } from '#kernel/errors.ts';
import { toMinor } from '#kernel/money.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { creates } from '#runtime/action.ts';
import { may, mayFor } from '#runtime/caller.ts';
import { required } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { readPayrollSettings } from '../payroll/payroll-settings.ts';
import { severanceIdOf, tasksOf } from './onboarding-store.ts';

const { actions } = table;
export const settlementView = (settlement: StoredSettlement) => {
  const { figures, ...rest } = stamped(settlement);
  return { ...rest, figures: { ...figures, extraPays: [...figures.extraPays] } };
};

/** Whoever hires them again within three years is told. */
async function severanceChanges(records: Records, settlement: SettlementRecord, id: string): Promise<Change[]> {
  const file = await records.get(PersonalFiles, personalFileId(settlement.employeeId));
  if (!file || settlement.figures.severance === 0) return [];
  const key = severanceIdOf(records.tenant, file.taxId);
  const [before, data] = [
    await records.get(Severances, key),
    { employeeId: settlement.employeeId, date: settlement.date, settlementId: id },
  ];
  return [before ? update(Severances, before, { ...before, ...data }) : create(Severances, key, data)];
}

export const acceptSettlement = command(
  actions.acceptSettlement,
  creates(
    Settlements,
    ({ path }) => settlementId(path.onboardingId),
    ({ path }) => ({
      onboarding: required(Onboardings, path.onboardingId, 'path.onboardingId'),
    }),
  ),
  async ({ onboarding, body: { taken }, records, caller, now }) => {
    throwIf(onboardingActions.acceptSettlement(onboarding));
    const { employeeId, date, cause = 'resignation', id } = onboarding;
    const [employee, pay] = await Promise.all([
      records.getOrThrow(Employees, employeeId),
      records.get(EmploymentTermsOf, employmentTermsId(employeeId)),
    ]);
    if (employee.email?.toLowerCase() === caller.email.toLowerCase() && !may(caller, 'payments.alone'))
      throw forbidden('settlement.own', 'Nobody accepts their own settlement: ask somebody else who may.', 'path.onboardingId');
    const terms = termsOn(pay?.terms ?? [], date);
    if (!terms)
      throw refused('payroll.no_terms', `Nothing says what is earned on ${date}: set the terms of pay first.`, 'path.onboardingId', {
        date,
      });
    const policies = policiesOf(await readPayrollSettings(records));
    const how = { rounding: policies.holidayRounding, severance: severancePoliciesOf(policies) };
    const figures = settlementOf({ cause, start: employee.startDate, date, terms, taken: toMinor(decimal(taken)), ...how });
    const settlement: SettlementRecord = { employeeId, onboardingId: id, date, taken, figures };
    const tasks = await tasksOf(records, onboarding);
    const told = { state: 'done' as const, told: { by: caller.email, at: now.toISOString() } };
    const done = tasks.filter((task) => task.act === 'settlement' && !isTaskSettled(task)).map((task) => ({ ...task, ...told }));
    return [
      create(Settlements, settlementId(id), settlement),
      ...(await severanceChanges(records, settlement, settlementId(id))),
      ...(done.length > 0 ? taskChanges(onboarding, tasks, done) : []),
    ];
  },
  settlementView,
);

export const getSettlement = query(actions.getSettlement, async ({ path, records, caller }) => {
  const found = await records.get(Settlements, settlementId(path.onboardingId));
  if (!found || !mayFor(caller, 'pay.read', found, Settlements)) throw notFound(Settlements.kind, path.onboardingId, 'path.onboardingId');
  return settlementView(found);
});
