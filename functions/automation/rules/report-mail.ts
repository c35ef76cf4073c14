import type { Effect } from '#domain/automation/rules/effect.ts';
import { reportText } from '#domain/automation/rules/report-text.ts';
import type { RunEffect, StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { putObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { mailTo } from './member-mail.ts';

/** A report as the API answers it: its bytes in base64. */
export interface ReportFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
}

/** Mail servers take more; many people's do not. */
const MAX_ATTACHED = 3_000_000;

/** Keeps a report in S3 and mails it: attached, or, where it is too large, with where it waits. @returns where it is kept, and who could not be sent it. */
export async function sendReport(
  records: Records,
  run: StoredRuleRun,
  effect: Extract<Effect, { do: 'report' }>,
  { fileName, contentType, content }: ReportFile,
  at: number,
): Promise<{ readonly file: NonNullable<RunEffect['file']>; readonly unsent: readonly string[] }> {
  const bytes = Buffer.from(content, 'base64');
  const key = `${records.tenant}/automation/${run.id}.${at}.${effect.format}`;
  await putObject('reports', key, bytes, contentType);
  const attached = bytes.length <= MAX_ATTACHED;
  const write = (language: 'es' | 'en') => ({
    ...reportText(language, { report: effect.report, date: run.date, rule: run.ruleName, attached }),
    ...(attached ? { files: [{ name: fileName, type: contentType, bytes }] } : {}),
  });
  const unsent = await mailTo(records, effect.members, write, effect.addresses);
  return { file: { key, fileName, attached }, unsent };
}
