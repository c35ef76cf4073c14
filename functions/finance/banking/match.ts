import { banking } from '#api/finance/banking.ts';
import { BankLines, lineActions } from '#domain/finance/banking/bank-line.ts';
import { type MatchPart, type PartOf, partsIn } from '#domain/finance/banking/match-input.ts';
import { throwIf } from '#kernel/errors.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { executeRun } from '../treasury/run-operations.ts';
import { learnFrom } from './habit-store.ts';
import { matchChanges, matchingOf } from './line-posting.ts';
import { lineDetail } from './lines.ts';
import { begunRun } from './match-tied.ts';

const isRun = (part: MatchPart): part is PartOf<'run'> => part.as === 'run';

export const matchBankLine = command(
  banking.actions.matchBankLine,
  on(BankLines, ({ lineId }) => lineId),
  async (world, line) => {
    const { body, records, caller } = world;
    throwIf(lineActions.matchBankLine(line));
    const asked = partsIn(body.parts, line.currency);
    const matching = await matchingOf(world, line, body);
    const changes = await matchChanges(matching, asked, { by: caller.email });
    const after = await records.save(changes);
    await learnFrom(records, [{ line, parts: asked, changes, date: matching.date }]);
    // The line is matched and the run set going at once; what is left of its posting ends by itself, whatever happens now.
    const run = await begunRun(matching, asked.filter(isRun));
    if (run) await executeRun(records, run);
    return after;
  },
  (line, world) => lineDetail(world, line),
);
