import { rules } from '#api/automation/rules.ts';
import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { refused } from '#kernel/errors.ts';
import { plainQuery } from '#runtime/action.ts';
import { linkTo } from '#runtime/documents.ts';
import { serveModule } from '../../platform/service.ts';

export const getRunFile = plainQuery(rules.actions.getRunFile, async ({ path, records, now }) => {
  const run = await records.getOrThrow(RuleRuns, path.runId, 'path.runId');
  const file = run.effects.find((effect) => effect.file)?.file;
  if (!file) throw refused('run.no_file', 'The run made no file.', 'path.runId');
  return linkTo('reports', file.key, file.fileName, now);
});

export const handler = serveModule(rules, { getRunFile });
