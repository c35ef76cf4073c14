import { development } from '#api/hr/development.ts';
import { serveModule } from '../../platform/service.ts';
import { closeCertificate, createCertificate } from './certificates.ts';
import { createCourse, patchCourse } from './courses.ts';
import { cancelEnrolment, completeEnrolment, createEnrolment, orderEnrolment } from './enrolments.ts';
import { closeGoal, createGoal, patchGoal } from './goals.ts';
import { addOneToOneNote, createOneToOne } from './one-to-ones.ts';
import { answerPeerRequest, askPeers } from './peer-requests.ts';
import { advanceReviewCycle, calibrateReview, createReviewCycle, putManagerReview, putSelfReview, signReview } from './reviews.ts';
import { assessSkills, createSkill, patchSkill, putPositionSkills } from './skills.ts';

export const handler = serveModule(development, {
  createCourse,
  patchCourse,
  createEnrolment,
  orderEnrolment,
  completeEnrolment,
  cancelEnrolment,
  createCertificate,
  closeCertificate,
  createSkill,
  patchSkill,
  putPositionSkills,
  assessSkills,
  createGoal,
  patchGoal,
  closeGoal,
  createReviewCycle,
  advanceReviewCycle,
  putSelfReview,
  putManagerReview,
  askPeers,
  calibrateReview,
  signReview,
  answerPeerRequest,
  createOneToOne,
  addOneToOneNote,
});
