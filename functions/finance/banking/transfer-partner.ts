import { isExplained } from '#domain/finance/banking/auto-match.ts';
import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { MatchPart, PartOf } from '#domain/finance/banking/match-input.ts';
import { mayBeSides } from '#domain/finance/banking/transfer-sides.ts';
import { isNear, type RunWorld } from './match-world.ts';

/** Where as many lines of one amount, of this account or of others, want a line as there are of these, or a person chooses. */
function isRivalled({ documents: { index, open }, waiting }: RunWorld, line: StoredBankLine, lineId: string): boolean {
  const other = open.get(lineId)?.candidate;
  if (!other) return true;
  const near = [...open.values()].flatMap(({ candidate }) =>
    candidate.kind === 'transfer' && isNear(candidate.date, other.date) && index.get(candidate.id) ? [candidate] : [],
  );
  const wanted = near.filter((each) => each.open === line.amount).length;
  // What is open of them is turned about: a line of −500 stands there with 500.
  const elsewhere = near.filter((each) => each.open === -line.amount && each.partyIbans[0] !== other.partyIbans[0]).length;
  return waiting.about({ amount: line.amount, date: other.date }) + elsewhere > wanted;
}

/**
 * Whether a transfer may be posted with nobody looking: the line of the other account is read as the own one is. It stays where that is
 * somebody's money, is in the books, or is wanted by another line.
 */
export async function isSureTransfer(world: RunWorld, line: StoredBankLine, parts: readonly MatchPart[]): Promise<boolean> {
  const transfer = parts.find((part): part is PartOf<'transfer'> => part.as === 'transfer');
  if (!transfer) return true;
  if (isRivalled(world, line, transfer.lineId)) return false;
  const other = await world.records.get(BankLines, transfer.lineId);
  if (other?.state !== 'open') return false;
  const { account, posted } = await world.others(other.bankAccountId);
  return mayBeSides(line, other, [world.account, account], world.company.name) && !posted(other) && !isExplained(other, world.auto);
}
