import * as z from 'zod/mini';
import { GestoriaComparisonView, MissingCode } from '#domain/hr/payroll/gestoria.ts';
import { PayrollSettingsInput, PayrollSettingsView } from '#domain/hr/payroll/payroll-settings.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';

const RunPath = z.strictObject({ runId: idWith('pyn') });

/** How the pay of a company is told to others. */
export const payrollSettings = {
  getPayrollSettings: {
    route: 'GET /payroll/settings',
    summary: 'Get the contribution accounts, the dimension of departments, the codes of the gestoría and how pay is counted',
    permission: 'payroll.read',
    output: PayrollSettingsView,
  },
  putPayrollSettings: {
    route: 'PUT /payroll/settings',
    summary: 'Put the contribution accounts, the dimension of departments, the codes of the gestoría and how pay is counted',
    description:
      'Slips that are worked out from then on tell the account of their work place; those before stay. `policies` say how the company counts where the norm leaves a choice, and the minimum base of an hour of part time by year, with its source: without it, a month below the minimum of full time is refused. Of a concept of the company (`policies.concepts`) they say from which month on it contributes and bears income tax, up to so much a month, and by which norm; a line of a month that bears its name follows it, the others what their kind does.',
    permission: 'pay.write',
    body: PayrollSettingsInput,
    output: PayrollSettingsView,
    errors: ['payroll_settings.twice'],
    example: { body: { contributionAccounts: [{ number: '28123456742', workplaces: ['Madrid'] }] } },
  },
  getGestoria: {
    route: 'GET /payroll/runs/{runId}/gestoria',
    summary: 'Get what of a pay run lacks a code of the gestoría, and how theirs compares with it',
    permission: 'payroll.read',
    path: RunPath,
    output: z.object({ missing: z.array(MissingCode), comparison: z.optional(GestoriaComparisonView) }),
    errors: ['payroll-run.not_found'],
  },
  getGestoriaFile: {
    route: 'GET /payroll/runs/{runId}/gestoria/file',
    summary: 'Get a pay run as CSV or XLSX in base64, with the codes of the gestoría',
    description: 'A row of each concept of each person. It is refused while a code is missing, and says which.',
    permission: 'payroll.read',
    path: RunPath,
    query: z.strictObject({ format: z._default(z.enum(['csv', 'xlsx']), 'csv') }),
    output: z.object({ fileName: z.string(), contentType: z.string(), content: z.string() }),
    errors: ['payroll-run.not_found', 'gestoria.codes_missing'],
  },
  putGestoriaComparison: {
    route: 'PUT /payroll/runs/{runId}/gestoria/comparison',
    summary: 'Compare a pay run with what the gestoría worked out of it',
    description:
      'A CSV whose first line names employee (code or tax id), concept (code) and amount. What differs by more than a cent is told by person and concept; of concepts that it does not have nothing is compared.',
    permission: 'pay.write',
    path: RunPath,
    body: z.strictObject({ csv: z.string().check(z.minLength(1), z.maxLength(1_000_000)) }),
    output: GestoriaComparisonView,
    errors: ['payroll-run.not_found', 'gestoria.file'],
    example: { body: { csv: 'Empleado;Concepto;Importe\n0007;001;1714,29' } },
  },
} as const satisfies Record<string, ActionSpec>;
