import { recruiting } from '#api/hr/recruiting.ts';
import { serveModule } from '../../platform/service.ts';
import { createApplication, giveScorecard, moveApplication, refuseApplication, reopenApplication } from './applications.ts';
import { mergeCandidates, splitCandidate } from './candidate-groups.ts';
import { cancelInterview, moveInterview, planInterview } from './interviews.ts';
import { hireCandidate, makeOffer, withdrawOffer } from './offer-steps.ts';
import { putRefusalTexts, setRefusalMail } from './refusal-mail.ts';
import { approveVacancy, closeVacancy, createVacancy, publishVacancy } from './vacancies.ts';

export const handler = serveModule(recruiting, {
  createVacancy,
  approveVacancy,
  closeVacancy,
  publishVacancy,
  setRefusalMail,
  putRefusalTexts,
  createApplication,
  moveApplication,
  planInterview,
  moveInterview,
  cancelInterview,
  giveScorecard,
  refuseApplication,
  reopenApplication,
  makeOffer,
  withdrawOffer,
  hireCandidate,
  mergeCandidates,
  splitCandidate,
});
