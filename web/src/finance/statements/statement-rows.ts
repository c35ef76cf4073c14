import type { Schemas } from '../../api/client.ts';
import { exactCentsOf } from '../../api/money.ts';

type Statement = Schemas['Statement'];
type Line = Statement['lines'][number];
const ZERO = { amount: '0.00', currency: 'EUR' } as const;

/** A line of the model, or an account that it takes: cents in each column. */
export interface StatementRow {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly level: number;
  readonly amounts: readonly bigint[];
  /** It leads to its ledger. */
  readonly account: boolean;
  /** Of these days, where its line is not of those of the first column. */
  readonly days?: Line['days'];
  /** It has accounts to unfold. */
  readonly folds: boolean;
}

interface Choices {
  readonly english: boolean;
  /** Lines without a figure as well, as they stand in the form that is filed. */
  readonly whole: boolean;
  readonly isOpen: (id: string) => boolean;
}

const ACCOUNT_LEVEL = 6;

/** What stands in sight, from top to bottom: lines with a figure, each with its accounts where it was unfolded. */
export function statementRows(lines: readonly Line[], { english, whole, isOpen }: Choices): StatementRow[] {
  return lines.flatMap((line) => {
    const amounts = line.amounts.map(exactCentsOf);
    if (!whole && amounts.every((amount) => amount === 0n) && line.accounts.length === 0) return [];
    const row = {
      key: line.id,
      code: '',
      label: english ? line.labelEn : line.label,
      level: line.level,
      amounts,
      account: false,
      folds: line.accounts.length > 0,
    };
    const accounts = line.accounts.map((account) => ({
      key: `${line.id}-${account.account}`,
      code: account.account,
      label: (english && account.nameEn) || account.name,
      level: ACCOUNT_LEVEL,
      amounts: account.amounts.map(exactCentsOf),
      account: true,
      folds: false,
      ...(line.days ? { days: line.days } : {}),
    }));
    return [row, ...(isOpen(line.id) ? accounts : [])];
  });
}

/** Columns that have a name, the components of equity, without those that hold no figure at all; others are as they come. */
export function shownColumns<T extends Statement>(data: T, whole: boolean): T {
  const isShown = (i: number) =>
    whole || data.columns[i]?.label === undefined || data.lines.some(({ amounts }) => exactCentsOf(amounts[i] ?? ZERO) !== 0n);
  const kept = <E>(each: readonly E[]): E[] => each.filter((_, i) => isShown(i));
  return {
    ...data,
    columns: kept(data.columns),
    lines: data.lines.map((line) => ({
      ...line,
      amounts: kept(line.amounts),
      accounts: line.accounts.map((account) => ({ ...account, amounts: kept(account.amounts) })),
    })),
  };
}

/** The same days a year before: what a statement is compared with. 29 February becomes the 28th. */
export function yearBefore(day: string): string {
  const date = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return date.endsWith('-02-29') ? date.replace('-02-29', '-02-28') : date;
}
