import { onboarding } from '#api/hr/onboarding.ts';
import { serveModule } from '../../platform/service.ts';
import { getEvidencePack } from './evidence-packs.ts';

export const handler = serveModule(onboarding, { getEvidencePack });
