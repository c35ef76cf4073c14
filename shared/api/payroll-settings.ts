import { PayrollSettingsInput, PayrollSettingsView } from '#domain/hr/payroll/payroll-settings.ts';
import type { ActionSpec } from '#kernel/action.ts';

/** How the pay of a company is told to others. */
export const payrollSettings = {
  getPayrollSettings: {
    route: 'GET /payroll/settings',
    summary: 'Get the contribution accounts, the dimension of departments and the codes of the gestoría',
    permission: 'payroll.read',
    output: PayrollSettingsView,
  },
  putPayrollSettings: {
    route: 'PUT /payroll/settings',
    summary: 'Put the contribution accounts, the dimension of departments and the codes of the gestoría',
    description: 'Slips that are worked out from then on tell the account of their work place; those before stay.',
    permission: 'pay.write',
    body: PayrollSettingsInput,
    output: PayrollSettingsView,
    errors: ['payroll_settings.twice'],
    example: { body: { contributionAccounts: [{ number: '28123456742', workplaces: ['Madrid'] }] } },
  },
} as const satisfies Record<string, ActionSpec>;
