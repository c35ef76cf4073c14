import * as z from 'zod/mini';
import {
  AssignmentInput,
  EMPLOYEE_STATES,
  EmployeeInput,
  EmployeeView,
  employeeActions,
  PatchEmployee,
} from '#domain/hr/people/employee.ts';
import {
  EmployeeDocumentInput,
  EmployeeDocumentRow,
  EmployeeDocumentView,
  employeeDocumentActions,
} from '#domain/hr/people/employee-document.ts';
import { PersonalInput, PersonalView } from '#domain/hr/people/personal-file.ts';
import { PersonalReadingView } from '#domain/hr/people/reading-record.ts';
import { CustomFieldsInput, CustomFieldsView } from '#domain/platform/custom-fields/custom-field.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { FieldValues } from '#kernel/field-values.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { withActions } from '../flow.ts';

const EmployeePath = z.strictObject({ employeeId: idWith('emp') });
const LinkView = z.object({ url: z.string(), expiresAt: z.string() });
const DocumentPath = z.strictObject({ documentId: idWith('emd') });
const VALUES = ['custom_field.no_such', 'custom_field.value', 'custom_field.required'] as const;
const NO_DOCUMENT = 'employee-document.not_found';
const MANAGER = ['employee.manager', 'employee.circular', 'employee.line_full'] as const;
const ADDRESS = ['employee.address_taken', 'employee.own_address', 'employee.address_of_paid'] as const;

const ABOUT = { title: 'People', opensPersonal: true } as const;
export const people = defineModule('hr/people', ABOUT, {
  createEmployee: {
    route: 'POST /people/employees',
    summary: 'Create an employee',
    permission: 'people.write',
    body: EmployeeInput,
    output: EmployeeView,
    errors: [...MANAGER, ...ADDRESS, ...VALUES],
    example: { body: { givenName: 'Lucía', familyName: 'Vega Ramos', startDate: '2026-02-02', position: 'Dependienta' } },
  },
  patchEmployee: {
    route: 'PATCH /people/employees/{employeeId}',
    summary: 'Change the name or address of an employee',
    description: 'Null clears the address.',
    permission: 'people.write',
    path: EmployeePath,
    body: PatchEmployee,
    output: EmployeeView,
    errors: ['employee.not_found', 'employee.left', ...ADDRESS],
    example: { body: { familyName: 'Vega Ruiz' } },
  },
  assignEmployee: {
    route: 'POST /people/employees/{employeeId}/assignments',
    summary: 'Give an employee a position, department, place or manager from a day on',
    description: 'What begins on the same day is replaced; the past stays.',
    permission: 'people.write',
    path: EmployeePath,
    body: AssignmentInput,
    output: EmployeeView,
    status: 200,
    errors: ['employee.not_found', 'employee.left', 'employee.before_start', 'employee.manager_later', ...MANAGER],
    example: { body: { from: '2026-09-01', position: 'Encargada de tienda' } },
  },
  getEmployee: {
    route: 'GET /people/employees/{employeeId}',
    summary: 'Get an employee',
    permission: 'people.read',
    path: EmployeePath,
    output: withActions(EmployeeView, employeeActions),
    errors: ['employee.not_found'],
  },
  listEmployees: {
    route: 'GET /people/employees',
    summary: 'List employees by name',
    description: 'Those whom the caller may see: all, those below, or oneself.',
    permission: 'people.read',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      q: searchWords,
      state: z.optional(z.enum(EMPLOYEE_STATES)),
      /** With the company's own fields. */
      fields: z.optional(z.literal('true')),
    }),
    output: pageOf(EmployeeView),
  },
  putPersonalFile: {
    route: 'PUT /people/employees/{employeeId}/personal',
    summary: 'Put the personal data of an employee',
    permission: 'people.write',
    path: EmployeePath,
    body: PersonalInput,
    output: PersonalView,
    errors: ['employee.not_found', 'employee.left', 'employee.tax_id_taken', 'employee.overlap'],
    example: { body: { taxId: '12345678Z', birthDate: '1990-05-04', family: [] } },
  },
  getPersonalFile: {
    route: 'GET /people/employees/{employeeId}/personal',
    summary: 'Get the personal data of an employee',
    description: 'Who reads those of another is written down, once a day.',
    permission: 'people.personal',
    profile: 'commands',
    path: EmployeePath,
    output: PersonalView,
    errors: ['employee.not_found', 'personal-file.not_found'],
  },
  listPersonalReadings: {
    route: 'GET /people/employees/{employeeId}/readings',
    summary: 'List who has read the personal data of an employee, the last first',
    description: 'The last 200 up to a day: one a reader and day. What people read of themselves is not among them.',
    permission: 'people.personal',
    profile: 'commands',
    path: EmployeePath,
    query: z.strictObject({ until: z.optional(BusinessDate) }),
    output: z.object({ items: z.array(PersonalReadingView) }),
    errors: ['employee.not_found'],
  },
  getEmployeeFields: {
    route: 'GET /people/fields',
    summary: 'Fields of the company’s own that employees have, as far as the caller sees them of anybody',
    permission: 'people.read',
    output: CustomFieldsView,
  },
  putEmployeeFields: {
    route: 'PUT /people/fields',
    summary: 'Define the fields of the company’s own that employees have, in the order in which they are shown',
    description:
      'Whoever may change employees sees all; `seenBy` says who else does: whoever leads them, and they themselves. None is taken away: it is retired, and what was entered by it stays. A new one has no id.',
    permission: 'people.write',
    body: CustomFieldsInput,
    output: CustomFieldsView,
    errors: [
      ...(['custom_field.unknown', 'custom_field.kind', 'custom_field.choices'] as const),
      ...(['custom_field.twice', 'custom_field.gone'] as const),
    ],
    example: { body: { fields: [{ name: 'Talla de uniforme', kind: 'choice', choices: ['S', 'M', 'L'], seenBy: ['own'] }] } },
  },
  putEmployeeValues: {
    route: 'PUT /people/employees/{employeeId}/fields',
    summary: 'Enter what the company’s own fields say of an employee',
    description: 'By the id of the field; null takes a value away, and what is not named stays.',
    permission: 'people.write',
    path: EmployeePath,
    body: z.strictObject({ fields: FieldValues }),
    output: z.object({ employeeId: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: ['employee.not_found', 'employee.left', ...VALUES],
    example: { body: { fields: { f1: 'M' } } },
  },
  createEmployeeDocument: {
    route: 'POST /people/employees/{employeeId}/documents',
    summary: 'Enter a document of an employee; answers with a link to upload its file to, where there is one',
    description:
      'What it says is sealed under the key of the person. PUT the file to the link within a quarter of an hour: it stays in quarantine until it was checked by its bytes. One that renews another takes its place among what ends.',
    permission: 'people.write',
    profile: 'documents',
    path: EmployeePath,
    body: EmployeeDocumentInput,
    output: z.object({
      ...EmployeeDocumentRow.shape,
      upload: z.optional(z.object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.string(), maxBytes: z.int() })),
    }),
    errors: [
      ...(['employee.not_found', 'employee.erased', 'employee_document.dates', NO_DOCUMENT] as const),
      ...(['employee_document.other', 'employee_document.replaced'] as const),
    ],
    example: { body: { type: 'work-permit', number: 'E01234567', issuedOn: '2026-03-01', expiresOn: '2027-02-28' } },
  },
  listEmployeeDocuments: {
    route: 'GET /people/employees/{employeeId}/documents',
    summary: 'List the documents of an employee by the day on which they end',
    permission: 'people.personal',
    path: EmployeePath,
    query: z.strictObject({ ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc') }),
    output: pageOf(withActions(EmployeeDocumentRow, employeeDocumentActions)),
    errors: ['employee.not_found'],
  },
  getEmployeeDocument: {
    route: 'GET /people/documents/{documentId}',
    summary: 'Get a document of an employee with what it says',
    description: 'Who reads that of another is written down, once a day and document.',
    permission: 'people.personal',
    profile: 'commands',
    path: DocumentPath,
    output: withActions(EmployeeDocumentView, employeeDocumentActions),
    errors: [NO_DOCUMENT],
  },
  getEmployeeDocumentLink: {
    route: 'GET /people/documents/{documentId}/file',
    summary: 'A link that downloads the file of a document, good for two minutes',
    description: 'Who takes that of another is written down, once a day and document.',
    permission: 'people.personal',
    profile: 'documents',
    path: DocumentPath,
    output: LinkView,
    errors: [NO_DOCUMENT, 'attachment.not_found', 'attachment.not_clean'],
  },
  closeEmployeeDocument: {
    route: 'POST /people/documents/{documentId}/closing',
    summary: 'Tell that a document that ends need not be renewed',
    permission: 'people.write',
    path: DocumentPath,
    body: z.strictObject({ note: z.optional(text(200)) }),
    output: EmployeeDocumentRow,
    status: 200,
    errors: [NO_DOCUMENT, 'employee_document.settled', 'employee_document.deleted'],
    example: { body: { note: 'Ya tiene la nacionalidad' } },
  },
  deleteEmployeeDocument: {
    route: 'DELETE /people/documents/{documentId}',
    summary: 'Delete a document that was entered wrongly, with what it says and its file',
    description: 'Who entered and who deleted it stays. The file is erased for good within thirty days.',
    permission: 'people.write',
    path: DocumentPath,
    output: EmployeeDocumentRow,
    errors: [NO_DOCUMENT, 'employee_document.deleted'],
  },
  eraseEmployee: {
    route: 'POST /people/employees/{employeeId}/erasure',
    summary: 'Erase the personal data of somebody who left, once the period has ended for which they are kept',
    description:
      'For good: their key is destroyed, so that nothing sealed under it can be read in any copy. What the books hold stays, under a number. Six years after the last day (Código de Comercio art. 30).',
    permission: 'people.write',
    path: EmployeePath,
    output: EmployeeView,
    status: 200,
    dryRun: true,
    errors: ['employee.not_found', 'employee.still_employed', 'employee.erased', 'employee.data_kept'],
  },
});
