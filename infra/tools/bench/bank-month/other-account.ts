import type { MatchCandidate, MatchLine } from '#domain/finance/banking/match-model.ts';
import { addDays } from '#kernel/date.ts';
import { Chance } from '../../seed/chance.ts';
import type { TrueLine } from './events.ts';
import type { TrueParty } from './parties.ts';
import type { MonthProfile } from './profile.ts';

/** The company, and its two accounts: that of the month, and the one that its transfers are with. */
export const OWN = {
  name: 'Trastienda Ejemplo SL',
  iban: 'ES9121000418450200051332',
  other: 'ES7921000813610123456789',
  account: 'Ahorro',
};

/** Of a hundred transfers: by the bank's words, with our name in the text, with our name apart, with neither, and with what people write alone. */
const TOLD = { words: 30, inText: 25, apart: 25, nobody: 10 };
/** Of a hundred, whose other side's account is told as well; and where people add what it is for. */
const [IBAN_TOLD, ADDED] = [50, 25];
/** Of a hundred transfers, one of which the other bank tells nothing yet. */
const LONE = 8;
/** Lines of the other account that are none. */
const OTHERS = 60;

type Told = Pick<MatchLine, 'text' | 'partyName' | 'partyIban'>;

/** How one bank tells its side. @param iban that of the other side. */
function sideTold(chance: Chance, { transfers, printed }: MonthProfile, amount: number, iban: string): Told {
  const way = amount < 0 ? 'out' : 'in';
  const own = () => printed(chance, OWN.name);
  const what = chance.whole(1, 100);
  const added = chance.happens(ADDED) ? ` ${chance.pick(transfers.concepts)}` : '';
  const account = chance.happens(IBAN_TOLD) ? { partyIban: iban } : {};
  if (what <= TOLD.words) return { text: `${chance.pick(transfers.words)}${added}`, ...account };
  if (what <= TOLD.words + TOLD.inText) return { text: `${chance.pick(transfers.before[way])} ${own()}${added}`, ...account };
  if (what <= TOLD.words + TOLD.inText + TOLD.apart)
    return { text: `${chance.pick(transfers.plain[way])}${added}`, partyName: own(), ...account };
  if (what <= TOLD.words + TOLD.inText + TOLD.apart + TOLD.nobody) return { text: chance.pick(transfers.plain[way]), ...account };
  return { text: chance.pick(transfers.concepts), ...account };
}

/** A line of one of the accounts as what those of the other are compared with. */
export const sideOf = ({ id, amount, date }: MatchLine, { iban, name }: { iban: string; name: string }): MatchCandidate => ({
  ...{ id, kind: 'transfer', open: -amount, currency: 'EUR', numbers: [], date, partyNames: [name, OWN.name], partyIbans: [iban] },
});

/** What waits of the company's other account: sides of transfers, and lines that are of its customers, suppliers and cards. */
export class OtherAccount {
  readonly lines = new Map<string, MatchLine>();
  readonly candidates: MatchCandidate[] = [];
  readonly #chance: Chance;
  readonly #profile: MonthProfile;
  readonly #parties: readonly TrueParty[];

  constructor(seed: string, profile: MonthProfile, parties: readonly TrueParty[]) {
    // Its own chances: what else happens in a month is the same with it as without.
    this.#chance = new Chance(`${seed} otra cuenta`);
    this.#profile = profile;
    this.#parties = parties;
  }

  /** A transfer as both banks tell it. @param line of which day and amount; `id` of the line here. */
  transfer(line: Pick<MatchLine, 'id' | 'date' | 'amount'>): TrueLine {
    const chance = this.#chance;
    const { date, amount } = line;
    const own: MatchLine = { ...line, currency: 'EUR', ...sideTold(chance, this.#profile, amount, OWN.other) };
    if (chance.happens(LONE)) return { kind: 'transfer', line: own, truth: [] };
    const other = { date: addDays(date, chance.pick([-1, 0, 0, 0, 0, 1, 1])), amount: -amount };
    const id = this.#add({ ...other, ...sideTold(chance, this.#profile, -amount, OWN.iban) });
    return { kind: 'transfer', line: own, truth: [{ candidateId: id, amount }] };
  }

  #add(line: Omit<MatchLine, 'id' | 'currency'>): string {
    const id = `transfer-${this.lines.size + 1}`;
    const whole = { id, currency: 'EUR', ...line };
    this.lines.set(id, whole);
    this.candidates.push(sideOf(whole, { iban: OWN.other, name: OWN.account }));
    return id;
  }

  /** What is no transfer: each third has the amount of a line of the month, the other way, about its day. */
  fill(lines: readonly TrueLine[]): void {
    const chance = this.#chance;
    const { text, printed, start } = this.#profile;
    const lone = lines.filter(({ kind, truth }) => kind === 'transfer' && truth.length === 0).map(({ line }) => line);
    const like = [...lone, ...Array.from({ length: OTHERS / 3 }, () => chance.pick(lines).line)];
    for (let made = 0; made < OTHERS; made += 1) {
      const same = like[made];
      const date = addDays(same?.date ?? start, same ? chance.whole(-1, 1) : chance.whole(0, 30));
      const amount = same ? -same.amount : chance.pick([-1, 1]) * chance.whole(1000, 400_000);
      const name = printed(chance, chance.pick(this.#parties).name);
      const inText = chance.happens(60);
      const numbers = chance.happens(50) ? [`F2026-${String(chance.whole(1, 9999)).padStart(6, '0')}`] : [];
      this.#add({ date, amount, text: text(chance, { name: inText ? name : undefined, numbers }), ...(inText ? {} : { partyName: name }) });
    }
  }
}
