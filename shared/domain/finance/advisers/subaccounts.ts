import type { EntryLine } from '../ledger/entry.ts';
import { type Adviser, PARTY_ACCOUNTS, type PartyAccount } from './adviser.ts';

const isPartyAccount = (account: string): account is PartyAccount => (PARTY_ACCOUNTS as readonly string[]).includes(account);

/** A subaccount that a customer or supplier was given, and has for good. */
export interface PartySubaccount {
  readonly account: PartyAccount;
  readonly party: string;
  readonly subaccount: string;
}

/** Subaccounts of a firm: what its table says, what parties were given, and what they are given now. */
export class Subaccounts {
  readonly #adviser: Adviser;
  readonly #table: ReadonlyMap<string, string>;
  readonly #parties = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #last = new Map<string, number>();
  readonly #taxIdOf: (party: string) => string | undefined;
  /** PartySubaccount in this pass. */
  readonly given: PartySubaccount[] = [];

  constructor(adviser: Adviser, before: readonly PartySubaccount[], taxIdOf: (party: string) => string | undefined) {
    this.#adviser = adviser;
    this.#table = new Map(adviser.accounts.map(({ account, subaccount }) => [account, subaccount]));
    for (const { account, party, subaccount } of before) this.#parties.set(`${account}:${party}`, subaccount);
    this.#taken = new Set([...this.#table.values(), ...this.#parties.values()]);
    this.#taxIdOf = taxIdOf;
  }

  /** The subaccount of a line, and how it was found; none where nothing says which. */
  of({ account, party }: Pick<EntryLine, 'account' | 'party'>): {
    readonly subaccount?: string;
    readonly by: 'party' | 'table' | 'padding' | 'none';
  } {
    if (party !== undefined && isPartyAccount(account)) return { subaccount: this.#ofParty(account, party), by: 'party' };
    const told = this.#table.get(account);
    if (told) return { subaccount: told, by: 'table' };
    const { digits, padding } = this.#adviser;
    return padding && account.length <= digits ? { subaccount: account.padEnd(digits, '0'), by: 'padding' } : { by: 'none' };
  }

  #ofParty(account: PartyAccount, party: string): string {
    const key = `${account}:${party}`;
    const known = this.#parties.get(key);
    if (known) return known;
    const subaccount = this.#byTaxId(account, party) ?? this.#next(account);
    this.#parties.set(key, subaccount);
    this.#taken.add(subaccount);
    this.given.push({ account, party, subaccount });
    return subaccount;
  }

  /** The last digits of the tax id; undefined where there are none, or another party has them. */
  #byTaxId(account: PartyAccount, party: string): string | undefined {
    const { numbering, digits, prefixes } = this.#adviser;
    const figures = numbering === 'tax-id' ? this.#taxIdOf(party)?.replaceAll(/\D/g, '') : undefined;
    if (!figures) return undefined;
    const room = digits - prefixes[account].length;
    const subaccount = `${prefixes[account]}${figures.slice(-room).padStart(room, '0')}`;
    return this.#taken.has(subaccount) ? undefined : subaccount;
  }

  #next(account: PartyAccount): string {
    const { digits, prefixes } = this.#adviser;
    const room = digits - prefixes[account].length;
    for (let number = (this.#last.get(account) ?? 0) + 1; ; number += 1) {
      const subaccount = `${prefixes[account]}${String(number).padStart(room, '0')}`;
      if (this.#taken.has(subaccount)) continue;
      this.#last.set(account, number);
      return subaccount;
    }
  }
}
