import { post, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

const PATHS = {
  resend: '/members/{memberId}/invitation',
  remove: '/members/{memberId}/removal',
  return: '/members/{memberId}/return',
} as const;
export type MemberStep = keyof typeof PATHS;

/** Another temporary password by mail; no sign-in and no new token any more; back in, with the roles of before. */
export const memberStep = (name: MemberStep, { id, email }: Schemas['Member'], t: ReturnType<typeof useT>) =>
  step(post(PATHS[name], { memberId: id }), {
    title: t(`members.${name}.title`, { email }),
    confirm: t(`members.${name}.action`),
    danger: name === 'remove',
    says: t(`members.${name}.text`),
    done: () => t(`members.${name}.done`, { email }),
  });
