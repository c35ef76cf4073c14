import { onboarding } from '#api/hr/onboarding.ts';
import { serveModule } from '../../platform/service.ts';
import { orderEvidencePack } from './evidence-packs.ts';
import { getFilings } from './filings.ts';
import { moveOnboarding, withdrawOnboarding } from './onboarding-moves.ts';
import { startOffboarding, startOnboarding } from './onboardings.ts';
import { acceptSettlement } from './settlements.ts';
import { assignTask, completeTask, confirmTask, waiveTask } from './tasks.ts';
import { createOnboardingTemplate, putOnboardingTemplate } from './templates.ts';

export const handler = serveModule(onboarding, {
  orderEvidencePack,
  startOnboarding,
  startOffboarding,
  moveOnboarding,
  withdrawOnboarding,
  acceptSettlement,
  getFilings,
  completeTask,
  confirmTask,
  waiveTask,
  assignTask,
  createOnboardingTemplate,
  putOnboardingTemplate,
});
