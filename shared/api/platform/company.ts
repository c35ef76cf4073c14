import * as z from 'zod/mini';
import {
  CompanyView,
  CreateCompany,
  LogoUploadQuery,
  LogoUploadView,
  PatchCompany,
  PutLogo,
  SamplePaperQuery,
  SamplePaperView,
} from '#domain/platform/company/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { SCOPES } from '#kernel/permission.ts';

export const company = defineModule('platform/company', 'Company', {
  createCompany: {
    route: 'POST /company',
    summary: 'Create the company of the signed-in owner',
    description: 'Makes the settings, the fiscal years with their periods, the main warehouse and the walk-in customer. Once per company.',
    permission: 'company.write',
    body: CreateCompany,
    output: CompanyView,
    errors: ['company.exists', 'second_factor.own_first', 'company.tax_id', 'company.contrast', 'company.no_textract'],
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
    summary: 'Get the company and its policies',
    permission: 'member',
    output: CompanyView,
    errors: ['company.not_found'],
  },
  patchCompany: {
    route: 'PATCH /company',
    summary: 'Change the company’s settings and policies',
    permission: 'company.write',
    body: PatchCompany,
    output: CompanyView,
    errors: [
      'company.not_found',
      'company.tax_id',
      'company.contrast',
      'company.no_textract',
      'second_factor.own_first',
      'verifactu.issuer',
    ],
    example: { body: { policies: { shortage: 'backorder' } } },
  },
  getLogoUpload: {
    route: 'GET /company/logo-upload',
    summary: 'Get a link to upload a logo, valid for 15 minutes',
    description: 'PUT the file to the link, a PNG, JPEG or SVG of 512 KB at most; then make it the logo with PUT /company/logo.',
    permission: 'company.write',
    profile: 'print',
    query: LogoUploadQuery,
    output: LogoUploadView,
  },
  putLogo: {
    route: 'PUT /company/logo',
    summary: 'Use an uploaded picture as the logo of documents',
    description:
      'What the file holds counts, not its name. Documents that are issued from now on bear it. PATCH /company with logo null takes it off.',
    permission: 'company.write',
    profile: 'print',
    body: PutLogo,
    output: CompanyView,
    errors: ['company.not_found', 'company.logo_missing', 'company.logo_unusable'],
    example: { body: { file: '0d1c7a0e-8f54-4f6b-9f0c-3f6f3e0a5b11' } },
  },
  getSamplePaper: {
    route: 'GET /company/sample-paper',
    summary: 'Get a sample of the company’s printed documents, as PDF in base64',
    description: 'With the logo and colours that the company has, or those that are asked for.',
    permission: 'member',
    profile: 'print',
    query: SamplePaperQuery,
    output: SamplePaperView,
    errors: ['company.not_found', 'company.contrast'],
  },
  getMe: {
    route: 'GET /me',
    summary: 'Get the caller with their roles and permissions',
    description: 'The first time, it makes an invited member active.',
    permission: 'member',
    profile: 'commands',
    output: z.object({
      email: z.string(),
      company: z.string(),
      roles: z.array(z.string()),
      /** Names of those roles that are the company’s own, by id. */
      roleNames: z.record(z.string(), z.string()),
      permissions: z.array(z.object({ permission: z.string(), scope: z.enum(SCOPES) })),
      /** The company asks for a second factor that is not set up yet. */
      lacksSecondFactor: z.boolean(),
      secondFactorSince: z.optional(z.string()),
      /** Those that they may choose between by the header `Trastienda-Company`, where there is more than one. */
      companies: z.optional(z.array(z.object({ company: z.string(), name: z.string() }))),
      memberId: z.optional(z.string()),
      name: z.optional(z.string()),
    }),
    errors: ['member.no_access'],
  },
});
