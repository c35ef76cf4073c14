import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { BankLines, lineBucket, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankRules } from '#domain/finance/banking/bank-rule.ts';
import { writtenOffBy } from '#domain/finance/banking/rule-replay.ts';
import {
  isTaken,
  type PostedOf,
  type RuleTest,
  RuleTests,
  type StoredRuleTest,
  takenOf,
  testedOver,
} from '#domain/finance/banking/rule-test.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, update } from '#kernel/record.ts';
import { everyRecord, readRows } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { yearsOfAccount } from './bank-statements.ts';
import { movedBeside } from './match-parts.ts';
import { rulesOn } from './match-world.ts';
import { openNow, pastDocuments } from './past-documents.ts';

/** Lines that are read at once: about a megabyte of the index, which is what one query gives, and 25 reads of the table side by side. */
const PAGE = 2500;

/** Account by account and year by year, all places where lines are. */
async function bucketsOf(records: Records, { rule }: RuleTest): Promise<string[]> {
  const { bankAccountId } = rule.conditions;
  const ids = bankAccountId ? [bankAccountId] : (await Array.fromAsync(everyRecord(records, BankAccounts))).map(({ id }) => id);
  const all = await Promise.all(ids.toSorted().map(async (id) => (await yearsOfAccount(records, id)).map((year) => lineBucket(id, year))));
  return all.flat();
}

/** What people's entries of lines posted beside the bank, and whom payments of them paid, of those that the rule takes. */
async function postedOn(records: Records, test: RuleTest, lines: readonly StoredBankLine[]): Promise<PostedOf> {
  const parts = lines.filter((line) => isTaken(test.rule, line)).flatMap(({ match }) => match?.parts ?? []);
  const ids = parts.flatMap(({ as, id }) => (as === 'entry' ? [id] : []));
  const paid = test.rule.action.bill ? parts.flatMap(({ as, id }) => (as === 'bill' || as === 'payment' ? [id] : [])) : [];
  const accounts = new Map((await Array.fromAsync(everyRecord(records, BankAccounts))).map(({ account }) => [account, true]));
  const found = ids.length === 0 ? [] : await records.getMany(ManualEntries, ids);
  const posted = new Map(found.flatMap((entry) => (entry ? [[entry.id, movedBeside(entry.entry.lines, accounts)] as const] : [])));
  const payments = paid.length === 0 ? [] : await records.getMany(SupplierPayments, paid);
  for (const payment of payments) if (payment) posted.set(payment.id, { [payment.supplierId]: -payment.amount });
  return (id) => posted.get(id);
}

/** What a rule about differences would have written off of lines: the engine looks at them once more. */
async function differencesOn(
  records: Records,
  { rule }: RuleTest,
  lines: readonly StoredBankLine[],
  open: Awaited<ReturnType<typeof openNow>> | undefined,
): Promise<ReadonlyMap<string, Minor>> {
  if (open === undefined) return new Map();
  return writtenOffBy(rule, lines, await pastDocuments(records, lines, open), (line) => isTaken(rule, line));
}

export const saveTest = (records: Records, test: StoredRuleTest, data: Partial<RuleTest>): Promise<StoredRuleTest> =>
  records.save<RuleTest>([update(RuleTests, test, { ...test, ...data })]);

/** Goes on with a test where it is, until it is through or the time is over. @returns the test; `running` where lines are left. */
export async function testOn(records: Records, started: StoredRuleTest, isOver: () => boolean): Promise<StoredRuleTest> {
  let test = started;
  const [buckets, rivals, open] = await Promise.all([
    bucketsOf(records, test),
    rulesOn(records),
    test.rule.action.difference && openNow(records),
  ]);
  while (test.bucket < buckets.length) {
    if (isOver()) return test;
    const bucket = buckets[test.bucket] ?? '';
    const page = await readRows(records.tenant, BankLines.kind, bucket, test.after, { order: 'asc', limit: PAGE });
    const read = await records.getMany(
      BankLines,
      page.rows.map(({ id }) => id),
      new Set(),
    );
    const lines = read.filter((line) => line !== undefined);
    const { after: _, ...rest } = test;
    const next = page.last ? { ...rest, after: page.last } : { ...rest, bucket: test.bucket + 1 };
    const past = { rivals, differences: await differencesOn(records, test, lines, open) };
    test = await records.save<RuleTest>([
      update(RuleTests, test, { ...next, ...testedOver(test, lines, await postedOn(records, test, lines), past) }),
    ]);
  }
  return finished(records, test);
}

/** The end of a test: the rule that it is of may now be switched on, where it is still the same. */
async function finished(records: Records, test: StoredRuleTest): Promise<StoredRuleTest> {
  const { id: testId, ruleId, version, lines, counts } = test;
  const rule = ruleId === undefined ? undefined : await records.get(BankRules, ruleId);
  const done = update<RuleTest>(RuleTests, test, { ...test, state: 'done', finishedAt: new Date().toISOString() });
  const told: Change[] =
    rule && version !== undefined && rule.version === version
      ? [update(BankRules, rule, { ...rule, tested: { testId, version, lines, taken: takenOf(test), wrong: counts.wrong } })]
      : [];
  return records.save<RuleTest>([done, ...told]);
}
