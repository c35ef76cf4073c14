import { recruiting } from '#api/hr/recruiting.ts';
import { serveModule } from '../../platform/service.ts';
import { getApplication, listApplications } from './applications.ts';
import { getInterviewFile } from './interviews.ts';
import { getVacancy, listVacancies } from './vacancies.ts';

export const handler = serveModule(recruiting, { getVacancy, listVacancies, getApplication, getInterviewFile, listApplications });
