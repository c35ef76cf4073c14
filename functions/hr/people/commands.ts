import { people } from '#api/hr/people.ts';
import { serveModule } from '../../platform/service.ts';
import { assignEmployee, createEmployee, patchEmployee } from './employees.ts';
import { putPersonalFile } from './personal-files.ts';

export const handler = serveModule(people, { createEmployee, patchEmployee, assignEmployee, putPersonalFile });
