import { rules } from '#api/automation/rules.ts';
import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { refused } from '#kernel/errors.ts';
import { plainQuery } from '#runtime/action.ts';
import { linkTo } from '#runtime/documents.ts';
import { serveModule } from '../../platform/service.ts';
import { requireSeen } from './rule-permission.ts';

export const getRunFile = plainQuery(rules.actions.getRunFile, async ({ path, query, records, caller, now }) => {
  const run = await records.getOrThrow(RuleRuns, path.runId, 'path.runId');
  const made = query.effect ? run.effects[Number(query.effect) - 1] : run.effects.find(({ file }) => file);
  if (!made?.file) throw refused('run.no_file', 'The run made no file.', 'path.runId');
  requireSeen(caller, made.effect);
  const { file } = made;
  return linkTo('reports', file.key, file.fileName, now);
});

export const handler = serveModule(rules, { getRunFile });
