import { monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { type WithheldPeriod, withheldIn } from '#domain/finance/tax/withheld-period.ts';
import { type StoredWithheldSum, WithheldSums, withheldShelf } from '#domain/finance/tax/withheld-sums.ts';
import { yearOf } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';

/**
 * What was withheld in periods: one query a year, of as many rows as it has recipients, and documents that stand on 4751 by themselves.
 * Periods of a year that are asked for together are read once.
 */
export class WithheldReader {
  readonly #records: Records;
  readonly #years = new Map<string, Promise<StoredWithheldSum[]>>();

  constructor(records: Records) {
    this.#records = records;
  }

  async read(period: string): Promise<WithheldPeriod> {
    const months = monthsOfTaxPeriod(period);
    const year = yearOf(months[0] ?? '');
    const sums = this.#years.get(year) ?? this.#records.standing(WithheldSums, withheldShelf(year));
    this.#years.set(year, sums);
    return withheldIn(await sums, months);
  }
}
