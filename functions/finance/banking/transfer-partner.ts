import { isExplained } from '#domain/finance/banking/auto-match.ts';
import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { MatchPart, PartOf } from '#domain/finance/banking/match-input.ts';
import { isRivalled } from '#domain/finance/banking/transfer-rivals.ts';
import { mayBeSides } from '#domain/finance/banking/transfer-sides.ts';
import type { RunWorld } from './match-world.ts';

/** Where another line wants it as well. */
function isWanted({ documents: { index, open }, waiting }: RunWorld, { amount }: StoredBankLine, lineId: string): boolean {
  const candidates = [...open.values()].map(({ candidate }) => candidate);
  return isRivalled(amount, open.get(lineId)?.candidate, { open: candidates, index, waiting });
}

/**
 * Whether a transfer may be posted with nobody looking: the line of the other account is read as the own one is. It stays where that is
 * somebody's money, is in the books, or is wanted by another line.
 */
export async function isSureTransfer(world: RunWorld, line: StoredBankLine, parts: readonly MatchPart[]): Promise<boolean> {
  const transfer = parts.find((part): part is PartOf<'transfer'> => part.as === 'transfer');
  if (!transfer) return true;
  if (isWanted(world, line, transfer.lineId)) return false;
  const other = await world.records.get(BankLines, transfer.lineId);
  if (other?.state !== 'open') return false;
  const { account, posted } = await world.others(other.bankAccountId);
  return mayBeSides(line, other, [world.account, account], world.company.name) && !posted(other) && !isExplained(other, world.auto);
}
