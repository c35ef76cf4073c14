import { onboarding as table } from '#api/hr/onboarding.ts';
import { type OnboardingTemplate, OnboardingTemplates, requireSoundTemplate, type StoredTemplate } from '#domain/hr/onboarding/template.ts';
import { create, plain, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

const { actions } = table;
export const templateView = (template: StoredTemplate) => ({ ...stamped(template), tasks: [...template.tasks] });

export const createOnboardingTemplate = command(
  actions.createOnboardingTemplate,
  creates(OnboardingTemplates, 'otp'),
  ({ body, newId }) => {
    requireSoundTemplate(body);
    return [create<OnboardingTemplate>(OnboardingTemplates, newId('otp'), body)];
  },
  templateView,
);

export const putOnboardingTemplate = command(
  actions.putOnboardingTemplate,
  on(OnboardingTemplates, (path) => path.templateId),
  ({ body }, before) => {
    requireSoundTemplate(body);
    const after = body as OnboardingTemplate as typeof before;
    return [update(OnboardingTemplates, before, after, { ...plain<OnboardingTemplate>(before) })];
  },
  templateView,
);
