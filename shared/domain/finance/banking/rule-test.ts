import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { AmountView, BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { cut } from '#kernel/text.ts';
import type { StoredBankLine } from './bank-line.ts';
import { type BankRule, BankRuleInput, isRuleInForce, type StoredBankRule } from './bank-rule.ts';
import { effectOfBill } from './rule-bill.ts';
import { type RuleConditions, takesLine } from './rule-conditions.ts';
import { entryPartsOf } from './rule-parts.ts';

export const RULE_TEST_STATES = ['running', 'done', 'failed'] as const;
/** Lines of each verdict that are shown one by one; all are counted. */
const MOST_SHOWN = 20;

/**
 * What a rule would have done with a line: `new` it waits, `agreed` it was matched the same way, `wrong` a person matched it
 * otherwise, `own` the rule itself matched it, `ignored` a person put it aside.
 */
export const VERDICTS = ['new', 'agreed', 'wrong', 'own', 'ignored'] as const;

const Shown = z.object({
  lineId: z.string(),
  date: z.string(),
  amount: z.int(),
  /** Absent: that of the books. */
  currency: z.exactOptional(z.string()),
  text: z.string(),
  verdict: z.enum(VERDICTS),
  /** What it is in the books instead: accounts, or kinds of documents. */
  instead: z.exactOptional(z.string()),
});

/** A rule over all lines that there have been. */
export const RuleTest = z.object({
  state: z.enum(RULE_TEST_STATES),
  ruleId: z.exactOptional(z.string()),
  version: z.exactOptional(z.int()),
  rule: storedOf(BankRuleInput),
  madeAt: z.string(),
  finishedAt: z.exactOptional(z.string()),
  /** Where it is: buckets that are through, and the place in the next. */
  bucket: z.int(),
  after: z.exactOptional(z.string()),
  lines: z.int(),
  counts: z.record(z.enum(VERDICTS), z.int()),
  /** Lines that it would take, and another rule that is on takes first. */
  earlier: z.exactOptional(z.int()),
  /** Σ of what the rule would post, by account. */
  effect: z.record(z.string(), z.int()),
  shown: list(Shown),
  fault: z.exactOptional(z.string()),
});
export type RuleTest = Readonly<z.output<typeof RuleTest>>;
export type StoredRuleTest = Stored<RuleTest>;

export const RuleTests = recordType<RuleTest, (typeof RULE_TEST_STATES)[number]>({
  kind: 'bank-rule-test',
  prefix: 'brt',
  data: RuleTest,
  history: 'ends',
  open: ({ state, madeAt }, id) => (state === 'running' ? { queue: UNDER_WAY, sort: `${madeAt}#${id}` } : undefined),
  state: ({ state }) => state,
  tones: { running: 'calm', done: 'good', failed: 'bad' },
  related: ({ ruleId }) => [ruleId],
  screen: { none: 'The page of the rule shows it.' },
  read: 'books.read',
});

const NONE = { new: 0, agreed: 0, wrong: 0, own: 0, ignored: 0 };

export const newRuleTest = (
  rule: BankRuleInput,
  of: { readonly ruleId?: string; readonly version?: number },
  madeAt: string,
): RuleTest => ({
  ...{ state: 'running', ...of, rule, madeAt, bucket: 0, lines: 0, counts: NONE, effect: {}, shown: [] },
});

/** What a person's entry of a line posted beside the bank's account, by account, signed as the line; of a payment, by its supplier. */
export type PostedOf = (entryId: string) => Readonly<Record<string, Minor>> | undefined;

/** By account, signed as the line. */
type Posts = Readonly<Record<string, Minor>>;

type Tested = Pick<BankRule, 'action' | 'conditions' | 'activeFrom'>;

/** Whether a test looks at a line at all: of differences, at all lines in the currency of the books. */
export function isTaken({ conditions, action, activeFrom }: Tested, line: StoredBankLine): boolean {
  if (activeFrom !== undefined && line.date < activeFrom) return false;
  if (!takesLine(conditions as RuleConditions, line)) return false;
  return action.difference === undefined || line.currency === BASE_CURRENCY;
}

/** What rules are rivals in: what lines are by themselves, or a kind of differences. */
const matterOf = ({ difference }: BankRule['action']): string => difference?.of ?? 'line';

/** Whether another rule that is on comes before the one that is tested and takes a line: it is not the tested one's then. */
export function isTakenEarlier(
  { rule, ruleId }: Pick<RuleTest, 'rule' | 'ruleId'>,
  rivals: readonly StoredBankRule[],
  line: StoredBankLine,
): boolean {
  const isBefore = ({ id, order }: StoredBankRule) => order < rule.order || (order === rule.order && (ruleId === undefined || id < ruleId));
  return rivals.some(
    (rival) =>
      rival.id !== ruleId &&
      matterOf(rival.action) === matterOf(rule.action) &&
      isBefore(rival) &&
      isRuleInForce(rival, line.date) &&
      takesLine(rival.conditions, line),
  );
}

const sums = (parts: readonly { readonly account: string; readonly amount: Minor }[]): Record<string, Minor> => {
  const by: Record<string, Minor> = {};
  for (const { account, amount } of parts) by[account] = (by[account] ?? 0) + amount;
  return by;
};
const isSame = (a: Readonly<Record<string, Minor>>, b: Readonly<Record<string, Minor>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([account, amount]) => b[account] === amount);

/** What the rule would post of a line, by account. @param difference what it would write off, as the engine finds it. */
function effectOf({ action }: Tested, line: StoredBankLine, difference: Minor | undefined): Record<string, Minor> {
  if (action.bill) return line.amount < 0 ? effectOfBill(action.bill, -line.amount, line.date) : {};
  if (!action.difference) return sums(entryPartsOf(action, line.amount));
  return difference === undefined ? {} : { [action.difference.account]: difference };
}

function verdictOf({ rule, ruleId }: Pick<RuleTest, 'rule' | 'ruleId'>, line: StoredBankLine, posted: PostedOf, posts: Posts) {
  if (line.state === 'ignored') return { verdict: 'ignored' as const };
  const { match } = line;
  if (!match) return { verdict: 'new' as const };
  if (match.rule !== undefined && match.rule === ruleId) return { verdict: 'own' as const };
  const { bill, difference } = rule.action;
  const paid = match.parts.find(({ as }) => as === 'bill' || as === 'payment');
  // Whoever paid the supplier by hand has done what the rule does: its bill was entered by its paper.
  if (bill && paid && match.parts.length === 1 && posted(paid.id)?.[bill.supplierId] !== undefined) return { verdict: 'agreed' as const };
  const entry = match.parts.find(({ as }) => as === 'entry');
  const there = entry && posted(entry.id);
  const alone = difference !== undefined || match.parts.length === 1;
  if (there && alone && agrees(line, there, posts)) return { verdict: 'agreed' as const };
  return { verdict: 'wrong' as const, instead: there ? Object.keys(there).join(', ') : match.parts.map(({ as }) => as).join(', ') };
}

/** Entries are in the currency of the books: of a line in another, the accounts alone can be compared with what the rule posts. */
const agrees = ({ currency }: StoredBankLine, there: Posts, posts: Posts): boolean =>
  currency === BASE_CURRENCY ? isSame(there, posts) : Object.keys(there).sort().join() === Object.keys(posts).sort().join();

/** Sums are in the currency of the books, as the test shows them: of lines in another there are none. */
const summed = ({ currency }: StoredBankLine, posts: Posts) => (currency === BASE_CURRENCY ? Object.entries(posts) : []);

/** What else is known of the past: rules that are on, and what a rule about differences would write off of each line. */
export interface Past {
  readonly rivals?: readonly StoredBankRule[];
  readonly differences?: ReadonlyMap<string, Minor>;
}

/** A test after more lines. Pure: the same lines give the same test, however they come in slices. */
export function testedOver(
  test: StoredRuleTest | RuleTest,
  lines: readonly StoredBankLine[],
  posted: PostedOf,
  { rivals = [], differences }: Past = {},
): Pick<RuleTest, 'lines' | 'counts' | 'earlier' | 'effect' | 'shown'> {
  const { rule } = test;
  const [counts, effect, shown] = [{ ...test.counts }, { ...test.effect }, [...test.shown]];
  let { earlier = 0 } = test;
  for (const line of lines) {
    if (!isTaken(rule, line)) continue;
    const posts = effectOf(rule, line, differences?.get(line.id));
    if (Object.keys(posts).length === 0) continue;
    if (isTakenEarlier(test, rivals, line)) {
      earlier += 1;
      continue;
    }
    const { verdict, instead } = verdictOf(test, line, posted, posts);
    counts[verdict] += 1;
    for (const [account, amount] of summed(line, posts)) effect[account] = (effect[account] ?? 0) - amount;
    if (shown.filter((each) => each.verdict === verdict).length < MOST_SHOWN)
      shown.push({ ...told(line), verdict, ...(instead === undefined ? {} : { instead }) });
  }
  return { lines: test.lines + lines.length, counts, earlier, effect, shown };
}

const told = ({ id, date, amount, currency, partyName, text }: StoredBankLine) => ({
  ...(currency === BASE_CURRENCY ? {} : { currency }),
  ...{ lineId: id, date: date as IsoDate, amount },
  text: cut([partyName, text].filter(Boolean).join(' · '), 80),
});

export const takenOf = ({ counts }: RuleTest): number => VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);

export const RuleTestView = z.object({
  id: z.string(),
  state: z.enum(RULE_TEST_STATES),
  ruleId: z.optional(z.string()),
  version: z.optional(z.int()),
  madeAt: z.string(),
  finishedAt: z.optional(z.string()),
  /** Lines that were looked at, and those that the rule takes. */
  lines: z.int(),
  taken: z.int(),
  counts: z.object({ new: z.int(), agreed: z.int(), wrong: z.int(), own: z.int(), ignored: z.int() }),
  /** Lines that it would take, and another rule that is on takes first. */
  earlier: z.int(),
  /** What the rule would post, by account: a debit above zero. */
  effect: z.array(z.object({ account: z.string(), amount: AmountView })),
  shown: z.array(
    z.object({
      lineId: z.string(),
      date: z.string(),
      amount: AmountView,
      text: z.string(),
      verdict: z.enum(VERDICTS),
      instead: z.optional(z.string()),
    }),
  ),
  fault: z.optional(z.string()),
  ...stampFields,
});
const money = (minor: Minor, currency: string = BASE_CURRENCY) => ({ minor, currency });
export function ruleTestView({ rule: _, bucket: __, after: ___, effect, shown, earlier = 0, ...test }: StoredRuleTest) {
  return {
    ...stamped(test),
    taken: takenOf(test as unknown as RuleTest),
    counts: { ...test.counts },
    earlier,
    effect: Object.entries(effect).map(([account, amount]) => ({ account, amount: money(amount) })),
    shown: shown.map(({ currency, ...line }) => ({ ...line, amount: money(line.amount, currency) })),
  };
}
