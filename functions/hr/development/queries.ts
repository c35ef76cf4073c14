import { development } from '#api/hr/development.ts';
import { serveModule } from '../../platform/service.ts';
import { listCertificates } from './certificates.ts';
import { getCourse, listCourses } from './courses.ts';
import { getEnrolment, listEnrolments } from './enrolments.ts';
import { listGoals } from './goals.ts';
import { listOneToOnes } from './one-to-ones.ts';
import { listPeerRequests } from './peer-requests.ts';
import { getReview, getReviewCycle, listReviewCycles, listReviews } from './review-queries.ts';
import { getSkillsMatrix, listPositionSkills, listSkills } from './skills.ts';

export const handler = serveModule(development, {
  getCourse,
  listCourses,
  getEnrolment,
  listEnrolments,
  listCertificates,
  listSkills,
  listPositionSkills,
  getSkillsMatrix,
  listGoals,
  getReviewCycle,
  listReviewCycles,
  listReviews,
  getReview,
  listPeerRequests,
  listOneToOnes,
});
