import { createHmac, timingSafeEqual } from 'node:crypto';
import { refusalOfAge } from '#domain/hr/recruiting/job-form.ts';
import { refused, throwIf } from '#kernel/errors.ts';

/** By what a form is known again: the key of its vacancy, and when it was opened. */
export const sealOf = (key: string, vacancyId: string, openedAt: string): string =>
  createHmac('sha256', key).update(`${vacancyId}.${openedAt}`).digest('base64url');

/** A form is taken for the job for which it was opened, neither at once nor for ever. @throws DomainError `job_form.…` (422). */
export function requireForm(form: string, vacancyId: string, key: string, now: Date): void {
  const [openedAt = '', seal = ''] = form.split('.');
  const wanted = sealOf(key, vacancyId, openedAt);
  if (seal.length !== wanted.length || !timingSafeEqual(Buffer.from(seal), Buffer.from(wanted)))
    throw refused('job_form.invalid', 'The form is not one of this page: open the page anew and send it again.', 'body.form');
  throwIf(refusalOfAge(Number(openedAt), now.getTime()));
}
