import { recruiting } from '#api/hr/recruiting.ts';
import { serveModule } from '../../platform/service.ts';
import { getApplication, listApplications } from './applications.ts';
import { getInterviewFile } from './interviews.ts';
import { getRefusalMail, getRefusalTexts } from './refusal-mail.ts';
import { getVacancy, listVacancies } from './vacancies.ts';

export const handler = serveModule(recruiting, {
  getVacancy,
  listVacancies,
  getApplication,
  getRefusalMail,
  getRefusalTexts,
  getInterviewFile,
  listApplications,
});
