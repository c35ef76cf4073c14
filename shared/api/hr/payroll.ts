import * as z from 'zod/mini';
import { EmploymentTermsView } from '#domain/hr/payroll/employment-terms.ts';
import { PayTermsInput } from '#domain/hr/payroll/pay-terms.ts';
import { PayrollEntryLine } from '#domain/hr/payroll/payroll-entry.ts';
import { PayslipView } from '#domain/hr/payroll/payslip-view.ts';
import { SettlementView } from '#domain/hr/payroll/settlement.ts';
import { LEAVING_CAUSES } from '#domain/hr/payroll/severance-es.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate, MonthText } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';

const EmployeePath = z.strictObject({ employeeId: idWith('emp') });
const AmountText = z.string().check(z.regex(/^\d{1,8}(\.\d{1,2})?$/, 'must be an amount such as 24000.00'));
const PAID = ['employee.not_found', 'payroll.no_terms', 'payroll.no_personal_data'] as const;

const ABOUT = { title: 'Payroll', opensPersonal: true } as const;
export const payroll = defineModule('hr/payroll', ABOUT, {
  addPayTerms: {
    route: 'POST /payroll/employees/{employeeId}/terms',
    summary: 'Set what an employee earns from a day on',
    description: 'Terms that begin on the same day are replaced; the past stays.',
    permission: 'pay.write',
    path: EmployeePath,
    body: PayTermsInput,
    output: EmploymentTermsView,
    status: 200,
    errors: ['employee.not_found', 'employee.left', 'pay_terms.extra_months', 'pay_terms.dates', 'pay_terms.before_start', 'pay_terms.own'],
    example: {
      body: {
        ...{
          from: '2026-02-02',
          group: '7',
          contract: 'indefinite',
          annual: { amount: '24000.00', currency: 'EUR' },
          extraMonths: [6, 12],
        },
        ...{ accrual: 'half-year', accident: { percent: '1.50', source: 'TGSS, informe de la cuenta de cotización' } },
      },
    },
  },
  getPayTerms: {
    route: 'GET /payroll/employees/{employeeId}/terms',
    summary: 'Get what an employee earns, from the first day on',
    permission: 'pay.read',
    path: EmployeePath,
    output: EmploymentTermsView,
    errors: ['employee.not_found'],
  },
  previewPayslip: {
    route: 'GET /payroll/employees/{employeeId}/preview',
    summary: 'Work out the payslip of a month without posting it',
    description:
      'By the terms and family data of the month, as if the year had been paid by them so far. With `annual`: what another salary would give; with `net`: the salary that pays this net in that month. Each number names the row of the pack that it comes from; a month without rows is refused.',
    permission: 'pay.read',
    path: EmployeePath,
    query: z.strictObject({
      month: MonthText,
      annual: z.optional(AmountText),
      net: z.optional(AmountText),
    }),
    output: z.extend(PayslipView, {
      /** The salary of a year that it is worked out by. */
      annual: Money,
      /** What it would post. */
      entry: z.array(PayrollEntryLine),
    }),
    errors: [
      ...PAID,
      ...([
        'payroll.no_row',
        'payroll.part_time_minimum',
        'payroll.family_situation',
        'payroll.days',
        'payroll.negative_net',
        'payroll.net_out_of_reach',
      ] as const),
    ],
  },
  estimateSettlement: {
    route: 'GET /payroll/employees/{employeeId}/settlement',
    summary: 'Work out what a leaving would be settled with',
    description: 'Severance by its cause, extra pays earned, holiday not taken; the days worked are on the last payslip.',
    permission: 'pay.read',
    path: EmployeePath,
    query: z.strictObject({
      date: BusinessDate,
      cause: z.enum(LEAVING_CAUSES),
      /** Days of holiday taken this year. */
      taken: z._default(z.string().check(z.regex(/^\d{1,2}(\.\d{1,2})?$/, 'must be days such as 12.5')), '0'),
    }),
    output: SettlementView,
    errors: [...PAID, 'contract.dates', 'leave.taken'],
  },
});
