import type { Effect } from '#domain/automation/rules/effect.ts';
import { reportText } from '#domain/automation/rules/report-text.ts';
import type { RunEffect, RunMail, StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { putObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { type Mailing, mailTo } from './member-mail.ts';
import { MAX_ATTACHED, type ReportFile } from './report-file.ts';

interface Sending {
  readonly effect: Extract<Effect, { do: 'report' }>;
  /** Its place among what the run does. */
  readonly at: number;
  readonly earlier: Mailing['earlier'];
}

/** Keeps a report in S3 and mails it: attached, or, where it is too large, with where it waits. @returns where it is kept, and what {@link mailTo} says. */
export async function sendReport(
  records: Records,
  run: StoredRuleRun,
  { effect, at, earlier }: Sending,
  { fileName, contentType, bytes, kept }: ReportFile,
  keep: (done: Pick<RunEffect, 'mails' | 'file'>, dropped?: string) => Promise<boolean>,
): Promise<{ readonly file: NonNullable<RunEffect['file']>; readonly mails: readonly RunMail[] | undefined }> {
  const key = kept?.key ?? `${records.tenant}/automation/${run.id}.${at}.${effect.format}`;
  if (!kept && bytes) await putObject('reports', key, bytes, contentType);
  const attached = bytes !== undefined && bytes.length <= MAX_ATTACHED;
  const file = { key, fileName, attached };
  const write = (language: 'es' | 'en') => ({
    ...reportText(language, { report: effect.report, span: effect.span, date: run.date, rule: run.ruleName, attached }),
    ...(attached ? { files: [{ name: fileName, type: contentType, bytes }] } : {}),
  });
  const posting = { run: run.id, memberIds: effect.members, addresses: effect.addresses, write, earlier };
  return { file, mails: await mailTo(records, posting, (mails, dropped) => keep({ mails, file }, dropped)) };
}
