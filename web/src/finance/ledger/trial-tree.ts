import { subgroupOf } from '#domain/finance/ledger/subgroups-pgc.ts';
import { normalise, tokens } from '#kernel/text.ts';
import type { Schemas } from '../../api/client.ts';
import { exactCentsOf } from '../../api/money.ts';

type TrialRow = Schemas['TrialBalance']['rows'][number];

/** Minor units; a closing balance stands on its side, so that the sums of both sides can be compared. */
export interface TrialFigures {
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closingDebit: bigint;
  readonly closingCredit: bigint;
}

/** A group of one digit, an account of three, or an account that moved. */
export interface TrialNode extends TrialFigures {
  readonly code: string;
  readonly name: string;
  /** 0 for groups, 1 for what stands in them, 2 for what stands below an account of three digits. */
  readonly depth: number;
  /** It has a ledger of its own; otherwise it is the sum of {@link children}. */
  readonly account: boolean;
  readonly children: readonly TrialNode[];
}

const FIGURES = ['opening', 'debit', 'credit', 'closingDebit', 'closingCredit'] as const;

export const sumOf = (nodes: readonly TrialFigures[]): TrialFigures =>
  Object.fromEntries(FIGURES.map((name) => [name, nodes.reduce((sum, node) => sum + node[name], 0n)])) as unknown as TrialFigures;

function leaf(row: TrialRow, name: string, depth: number): TrialNode {
  const closing = exactCentsOf(row.closing);
  return {
    code: row.account,
    name,
    depth,
    account: true,
    children: [],
    opening: exactCentsOf(row.opening),
    debit: exactCentsOf(row.debit),
    credit: exactCentsOf(row.credit),
    closingDebit: closing > 0n ? closing : 0n,
    closingCredit: closing < 0n ? -closing : 0n,
  };
}

const parent = (code: string, name: string, depth: number, children: readonly TrialNode[]): TrialNode => ({
  code,
  name,
  depth,
  account: false,
  children,
  ...sumOf(children),
});

/** Names by code, in the person's language. */
export type NameOf = (code: string) => string;

function head(code: string, rows: readonly TrialRow[], nameOf: NameOf): TrialNode {
  const [only] = rows;
  if (rows.length === 1 && only?.account === code) return leaf(only, nameOf(code), 1);
  const children = rows.map((row) => leaf(row, nameOf(row.account), 2));
  return parent(code, nameOf(code) || (subgroupOf(code)?.name ?? ''), 1, children);
}

/** Accounts below their three digits, and these below their group: as the PGC stands in a book. */
export function trialTree(rows: readonly TrialRow[], nameOf: NameOf, groupName: NameOf): TrialNode[] {
  const groups = Map.groupBy(rows, ({ account }) => account.charAt(0));
  return [...groups].map(([group, inGroup]) => {
    const heads = Map.groupBy(inGroup, ({ account }) => account.slice(0, 3));
    return parent(
      group,
      groupName(group),
      0,
      [...heads].map(([code, inHead]) => head(code, inHead, nameOf)),
    );
  });
}

/** The rows that are in sight, from top to bottom. */
export const unfolded = (nodes: readonly TrialNode[], isOpen: (node: TrialNode) => boolean): TrialNode[] =>
  nodes.flatMap((node) => [node, ...(isOpen(node) ? unfolded(node.children, isOpen) : [])]);

/** The accounts that have all the words in their code or name, and, where asked for, a balance. */
export function chosenRows(rows: readonly TrialRow[], q: string, nameOf: NameOf, withBalance: boolean): TrialRow[] {
  const words = tokens(q);
  return rows.filter(({ account, closing }) => {
    if (withBalance && exactCentsOf(closing) === 0n) return false;
    const text = normalise(`${account} ${nameOf(account)}`);
    return words.every((word) => text.includes(word));
  });
}
