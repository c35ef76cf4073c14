import { people } from '#api/hr/people.ts';
import { serveModule } from '../../platform/service.ts';
import { assignEmployee, createEmployee, patchEmployee } from './employees.ts';
import { eraseEmployee } from './erasure.ts';
import { putPersonalFile } from './personal-files.ts';
import { getPersonalFile, listPersonalReadings } from './personal-readings.ts';

export const handler = serveModule(people, {
  createEmployee,
  patchEmployee,
  assignEmployee,
  putPersonalFile,
  getPersonalFile,
  listPersonalReadings,
  eraseEmployee,
});
