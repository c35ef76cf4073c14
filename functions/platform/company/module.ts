import * as z from 'zod/mini';
import { CompanyView, CreateCompany, PatchCompany } from '#domain/platform/company/wire.ts';
import { defineModule, EVERYBODY, ROLES } from '#kernel/action.ts';

export const company = defineModule('platform/company', 'Company', {
  createCompany: {
    route: 'POST /company',
    summary: 'Set up the company of the signed-in owner',
    description: 'Makes the settings, the fiscal years with their periods, the main warehouse and the walk-in customer. Once per company.',
    roles: ['owner'],
    profile: 'commands',
    body: CreateCompany,
    output: CompanyView,
    status: 201,
    errors: ['company.exists', 'company.tax_id'],
    example: {
      body: {
        name: 'Lumbre Hogar, S.L.',
        taxId: 'B12345674',
        email: 'hola@lumbre.example',
        timeZone: 'Europe/Madrid',
        address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
        policies: { shortage: 'refuse', invoiceOn: 'shipment' },
        fiscalYears: ['2026'],
      },
    },
  },
  getCompany: {
    route: 'GET /company',
    summary: 'The company and its policies',
    roles: EVERYBODY,
    profile: 'queries',
    output: CompanyView,
    errors: ['company.not_found'],
  },
  patchCompany: {
    route: 'PATCH /company',
    summary: 'Change settings and policies',
    roles: ['owner'],
    profile: 'commands',
    body: PatchCompany,
    output: CompanyView,
    errors: ['company.not_found', 'company.tax_id'],
    example: { body: { policies: { shortage: 'backorder' } } },
  },
  getMe: {
    route: 'GET /me',
    summary: 'Who I am: e-mail, company and roles, as the token says',
    description: 'The first time, it makes an invited member active, and a member of somebody whom an administrator let in.',
    roles: EVERYBODY,
    profile: 'commands',
    output: z.object({
      email: z.string(),
      company: z.string(),
      roles: z.array(z.enum(ROLES)),
      memberId: z.optional(z.string()),
      name: z.optional(z.string()),
    }),
  },
});
