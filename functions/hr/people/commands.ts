import { people } from '#api/hr/people.ts';
import { serveModule } from '../../platform/service.ts';
import { closeEmployeeDocument, deleteEmployeeDocument, getEmployeeDocument } from './employee-documents.ts';
import { putEmployeeFields, putEmployeeValues } from './employee-fields.ts';
import { assignEmployee, createEmployee, patchEmployee } from './employees.ts';
import { eraseEmployee } from './erasure.ts';
import { putPersonalFile } from './personal-files.ts';
import { getPersonalFile, listPersonalReadings } from './personal-readings.ts';

export const handler = serveModule(people, {
  createEmployee,
  patchEmployee,
  assignEmployee,
  putPersonalFile,
  putEmployeeFields,
  putEmployeeValues,
  getPersonalFile,
  listPersonalReadings,
  getEmployeeDocument,
  closeEmployeeDocument,
  deleteEmployeeDocument,
  eraseEmployee,
});
