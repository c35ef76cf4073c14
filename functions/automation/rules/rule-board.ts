import { BOARD_ID, type RuleBoard, RuleBoards } from '#domain/automation/rules/rule.ts';
import { type Change, createNext, type Stored, update } from '#kernel/record.ts';
import { optional } from '#runtime/reads.ts';

/** Reads which rules are switched on, beside what an action acts on. */
export const withBoard = () => ({ board: optional(RuleBoards, BOARD_ID) });

export const NO_RULES: RuleBoard = { active: [] };

/** The change that makes the board say something else. */
export const boardChange = (before: Stored<RuleBoard> | undefined, after: RuleBoard): Change =>
  before ? update(RuleBoards, before, after) : createNext(RuleBoards, BOARD_ID, after);
