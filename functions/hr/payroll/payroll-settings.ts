import { payroll } from '#api/hr/payroll.ts';
import {
  NO_PAYROLL_SETTINGS,
  PAYROLL_SETTINGS_ID,
  PayrollSettingsOf,
  payrollSettingsView,
  requireAccountsOnce,
  requireConceptsOnce,
  requireYearsOnce,
  type StoredPayrollSettings,
} from '#domain/hr/payroll/payroll-settings.ts';
import { create, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';

export async function readPayrollSettings(records: Records): Promise<StoredPayrollSettings> {
  const found = await records.get(PayrollSettingsOf, PAYROLL_SETTINGS_ID);
  return found ?? ({ id: PAYROLL_SETTINGS_ID, rev: 0, history: [], ...NO_PAYROLL_SETTINGS } as StoredPayrollSettings);
}

export const putPayrollSettings = command(
  payroll.actions.putPayrollSettings,
  upserts(PayrollSettingsOf, () => PAYROLL_SETTINGS_ID),
  ({ body }, before) => {
    requireAccountsOnce(body);
    requireYearsOnce(body);
    requireConceptsOnce(body);
    return [before ? update(PayrollSettingsOf, before, body) : create(PayrollSettingsOf, PAYROLL_SETTINGS_ID, body)];
  },
  payrollSettingsView,
);

export const getPayrollSettings = query(payroll.actions.getPayrollSettings, async ({ records }) =>
  payrollSettingsView(await readPayrollSettings(records)),
);
