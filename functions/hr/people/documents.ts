import { people } from '#api/hr/people.ts';
import { serveModule } from '../../platform/service.ts';
import { createEmployeeDocument, getEmployeeDocumentLink } from './employee-documents.ts';

export const handler = serveModule(people, { createEmployeeDocument, getEmployeeDocumentLink });
