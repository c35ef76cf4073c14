import type { MatchCandidate, MatchLine, MatchRule } from '#domain/finance/banking/match-model.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { Chance } from '../../seed/chance.ts';
import { candidateOf, documentFor, type EventKind, grossOf, numberDocuments, type TrueDocument, type TrueLine } from './events.ts';
import { typo } from './noise.ts';
import { OtherAccount } from './other-account.ts';
import { partiesOf, type TrueParty } from './parties.ts';
import { type MonthProfile, USUAL } from './profile.ts';

/** A month of a bank account, and what is open at its beginning. */
export interface BankMonth {
  readonly seed: string;
  readonly lines: readonly TrueLine[];
  readonly candidates: readonly MatchCandidate[];
  readonly rules: readonly MatchRule[];
  /** What waits of the company's other account, by the candidates that it is. */
  readonly otherLines: ReadonlyMap<string, MatchLine>;
}

/** Dollars for a euro, as the books have them. */
export const MONTH_RATES = { USD: 1 / 1.08 };

/** A line in the making: its documents have no numbers yet. */
interface Draft {
  readonly kind: EventKind;
  readonly date: IsoDate;
  readonly documents: readonly TrueDocument[];
  /** What is paid of each, where that is not all. */
  readonly paid?: readonly number[];
  readonly payer?: TrueParty;
  readonly told: boolean;
  readonly undecidable?: true;
}

class Month {
  readonly #chance: Chance;
  readonly #parties: readonly TrueParty[];
  readonly documents: TrueDocument[] = [];
  readonly drafts: Draft[] = [];
  readonly lines: TrueLine[] = [];
  readonly others: MatchCandidate[] = [];
  readonly otherAccount: OtherAccount;

  readonly #profile: MonthProfile;

  constructor(seed: string, open: number, profile: MonthProfile) {
    this.#profile = profile;
    this.#chance = new Chance(seed);
    this.#parties = partiesOf(this.#chance, Math.max(open, 1000), profile);
    this.otherAccount = new OtherAccount(seed, profile, this.#parties);
  }

  /** Some have many documents, most have few. */
  #party(supplier: boolean, abroad = false): TrueParty {
    const theirs = this.#parties.filter((party) => party.supplier === supplier && (!abroad || party.abroad));
    return theirs[Math.floor(theirs.length * this.#chance.next() ** 1.6)] ?? this.#chance.pick(this.#parties);
  }

  #day = (): IsoDate => addDays(this.#profile.start, this.#chance.whole(0, 30));

  #document(party: TrueParty, date: IsoDate, kind: TrueDocument['kind'], amount?: number, currency?: string): TrueDocument {
    const document = documentFor(this.#chance, party, date, kind, amount, currency);
    this.documents.push(document);
    return document;
  }

  /** Plans one event: one line, or two. */
  plan(kind: EventKind): void {
    const chance = this.#chance;
    const date = this.#day();
    const draft = (documents: readonly TrueDocument[], more: Partial<Draft> = {}) =>
      this.drafts.push({ kind, date, documents, told: chance.happens(60), ...more });
    const invoices = (count: number, party = this.#party(false)) =>
      Array.from({ length: count }, () => this.#document(party, date, 'invoice'));
    const plans: Partial<Record<EventKind, () => unknown>> = {
      single: () => draft(invoices(1)),
      bill: () => draft([this.#document(this.#party(true), date, 'bill')]),
      several: () => draft(invoices(chance.pick([2, 2, 3, 3, 4, 5]))),
      netted: () => this.#netted(date),
      partial: () => this.#partial(date),
      'two-lines': () => this.#twoLines(date),
      equal: () => this.#equal(date),
      fee: () => draft(invoices(1), { told: chance.happens(80) }),
      fx: () => draft([this.#document(this.#party(false, true), date, 'invoice', undefined, 'USD')]),
      'other-payer': () => draft(invoices(1), { payer: this.#party(false), told: true }),
      cents: () => draft(invoices(1)),
      run: () => draft([this.#document(this.#party(true), date, 'run-payment')]),
      duplicate: () => draft(invoices(1), { told: true }),
    };
    (plans[kind] ?? (() => draft([])))();
  }

  #netted(date: IsoDate): void {
    const party = this.#party(false);
    const amounts = Array.from({ length: this.#chance.whole(1, 3) }, () => grossOf(this.#chance));
    const credit = Math.round((Math.min(...amounts) * this.#chance.whole(10, 60)) / 100);
    const documents = [
      ...amounts.map((amount) => this.#document(party, date, 'invoice', amount)),
      this.#document(party, date, 'credit-note', credit),
    ];
    this.drafts.push({ kind: 'netted', date, documents, told: this.#chance.happens(60) });
  }

  #partial(date: IsoDate): void {
    const document = this.#document(this.#party(false), date, 'invoice');
    const share = this.#chance.pick(this.#profile.parts);
    this.drafts.push({
      kind: 'partial',
      date,
      documents: [document],
      paid: [Math.round((document.open * share) / 100)],
      told: this.#chance.happens(this.#profile.namesInPart),
    });
  }

  #twoLines(date: IsoDate): void {
    const document = this.#document(this.#party(false), date, 'invoice');
    const first = Math.round((document.open * this.#chance.pick([30, 40, 50, 60])) / 100);
    const told = this.#chance.happens(70);
    this.drafts.push({ kind: 'two-lines', date, documents: [document], paid: [first], told });
    const later = addDays(date, this.#chance.whole(1, 6));
    this.drafts.push({ kind: 'two-lines', date: later, documents: [document], paid: [document.open - first], told });
  }

  /** Two documents of one party for one amount, and a payment that tells which one no more than the other. */
  #equal(date: IsoDate): void {
    const party = this.#party(false);
    const first = this.#document(party, date, 'invoice');
    const second = { ...first, date: addDays(first.date, -30), dueDate: addDays(first.dueDate, -30) };
    this.documents.push(second);
    const told = this.#chance.happens(40);
    this.drafts.push({ kind: 'equal', date, documents: [first], told, ...(told ? {} : { undecidable: true as const }) });
  }

  /** What nobody pays this month. */
  fill(open: number): void {
    const others = this.drafts.filter(({ kind }) => kind === 'transfer' || kind === 'pos').length;
    while (this.documents.length + others < open) {
      const kind = this.#chance.happens(80) ? 'invoice' : this.#chance.happens(85) ? 'bill' : 'credit-note';
      this.#document(this.#party(kind === 'bill'), addDays(this.#day(), this.#chance.whole(0, 40)), kind);
    }
  }

  number = (): void => numberDocuments(this.#chance, this.documents);

  write(): void {
    for (const draft of this.drafts) {
      this.lines.push(this.#line(draft));
      if (draft.kind === 'duplicate')
        this.lines.push({ ...this.#line({ ...draft, date: addDays(draft.date, this.#chance.whole(2, 5)) }), truth: [] });
    }
  }

  #line(draft: Draft): TrueLine {
    if (draft.kind === 'rule') return this.#rule(draft);
    if (draft.kind === 'transfer') return this.#transfer(draft);
    if (draft.kind === 'pos') return this.#pos(draft);
    if (draft.kind === 'nonsense') return this.#nonsense(draft);
    return this.#payment(draft);
  }

  #id = (): string => `line-${this.lines.length + 1}`;

  #payment(draft: Draft): TrueLine {
    const { kind, date, documents, undecidable } = draft;
    const truth = documents.map((document, place) => ({ candidateId: document.id, amount: draft.paid?.[place] ?? document.open }));
    const due = truth.reduce((sum, { amount }) => sum + amount, 0);
    const amount = this.#moved(kind, due);
    const line: MatchLine = { id: this.#id(), date, currency: 'EUR', amount, ...this.#payer(draft), ...this.#told(draft, due, amount) };
    return { kind, line, truth, ...(undecidable ? { undecidable } : {}) };
  }

  /** How the bank tells who paid, and what for. */
  #payer({ kind, documents, told, payer }: Draft): Pick<MatchLine, 'text' | 'partyName' | 'partyIban'> {
    const chance = this.#chance;
    const party = payer ?? documents[0]?.party ?? this.#party(false);
    const name = this.#profile.printed(chance, party.alias ?? party.name);
    const inText = chance.happens(50);
    const numbers = told ? this.#numbers(documents) : [];
    const learnt = party.learntText !== undefined && chance.happens(60) ? ` ${party.learntText}` : '';
    return {
      text: `${this.#profile.text(chance, { name: inText ? name : undefined, numbers })}${learnt}`,
      ...(inText ? {} : { partyName: name }),
      ...(chance.happens(kind === 'run' ? 90 : this.#profile.ibanTold) ? { partyIban: party.iban } : {}),
    };
  }

  /** What some banks tell besides. */
  #told({ kind, documents }: Draft, due: number, amount: number): Partial<MatchLine> {
    const chance = this.#chance;
    if (kind === 'fee' && chance.happens(40)) return { charges: due - amount };
    if (kind === 'fx' && chance.happens(85)) return { original: { amount: due, currency: 'USD' } };
    return kind === 'run' && chance.happens(85) ? { endToEndId: documents[0]?.endToEndId ?? '' } : {};
  }

  /** What came of it on the account. */
  #moved(kind: EventKind, due: number): number {
    const chance = this.#chance;
    if (kind === 'fee') return due - chance.pick([300, 500, 750, 1200, 1500, 2000]);
    if (kind === 'cents') return due + chance.pick([-3, -2, -1, 1, 2]);
    if (kind === 'fx') return Math.round(due * MONTH_RATES.USD * (0.98 + chance.next() * 0.03));
    return due;
  }

  /** Numbers that the payer names: sometimes of some documents alone, sometimes wrong. */
  #numbers(documents: readonly TrueDocument[]): string[] {
    const chance = this.#chance;
    const named = documents.length > 1 && chance.happens(25) ? documents.slice(0, 1) : documents;
    return named.map(({ numbers, kind }) => {
      const number = (kind === 'bill' ? numbers[1] : numbers[0]) ?? '';
      const written = kind === 'bill' ? number : this.#profile.number(chance, number);
      return chance.happens(7) ? typo(chance, written) : written;
    });
  }

  #rule({ kind, date }: Draft): TrueLine {
    const rule = this.#chance.pick(this.#profile.rules);
    const amount = -this.#chance.whole(rule.from, rule.to);
    return {
      kind,
      line: { id: this.#id(), date, currency: 'EUR', amount, text: this.#chance.pick(rule.texts) },
      truth: [],
      ruleId: rule.id,
    };
  }

  #transfer({ date }: Draft): TrueLine {
    const chance = this.#chance;
    const amount = chance.pick([-1, 1]) * chance.pick([100_000, 200_000, 250_000, 500_000, 123_456, chance.whole(50_000, 900_000)]);
    return this.otherAccount.transfer({ id: this.#id(), date, amount });
  }

  #pos({ kind, date }: Draft): TrueLine {
    const chance = this.#chance;
    const gross = chance.whole(8000, 250_000);
    const terminal = chance.pick(['335510021', '335510022']);
    const id = `pos-${this.others.length + 1}`;
    const taken = addDays(date, -1);
    this.others.push({
      ...{
        id,
        kind: 'pos',
        open: gross,
        currency: 'EUR',
        numbers: [`${terminal}-${taken.replaceAll('-', '')}`],
        date: taken,
        commission: 15,
      },
      ...{ partyId: 'acquirer', partyNames: ['Comercia Global Payments', 'TPV'], partyIbans: [] },
    });
    const amount = gross - Math.round((gross * chance.whole(3, 12)) / 1000);
    const text = `ABONO TPV COMERCIO ${terminal} ${taken.slice(8)}/${taken.slice(5, 7)}`;
    return { kind, line: { id: this.#id(), date, currency: 'EUR', amount, text }, truth: [{ candidateId: id, amount: gross }] };
  }

  /** Of nothing that is open: yet some have the amount of an invoice, some the name of a client, some a number. */
  #nonsense({ kind, date }: Draft): TrueLine {
    const chance = this.#chance;
    const document = chance.pick(this.documents.filter((each) => each.kind === 'invoice' && each.currency === 'EUR'));
    const line = chance.pick<Omit<MatchLine, 'id' | 'date' | 'currency'>>([
      { amount: document.open, text: `INGRESO EFECTIVO OFICINA ${chance.whole(1000, 9999)}` },
      {
        amount: document.open,
        text: 'TRANSFERENCIA',
        partyName: `${chance.pick(['AYTO', 'ASOC', 'FUNDACION'])} ${chance.whole(10, 99)} ZZYX`,
        partyIban: 'ES8023100001180000012345',
      },
      {
        amount: chance.whole(10, 200) * 1000,
        text: 'ANTICIPO',
        partyName: this.#profile.printed(chance, document.party.name),
        partyIban: document.party.iban,
      },
      { amount: chance.whole(1000, 90_000), text: `DEVOLUCION PEDIDO ${Number(document.numbers[0]?.split('-')[1])}` },
      {
        amount: -chance.whole(1000, 90_000),
        text: `COMPRA TARJETA 4018 ${chance.pick(['GASOLINERA', 'PEAJE AP7', 'HOTEL SOL', 'AMAZON'])}`,
      },
    ]);
    return { kind, line: { id: this.#id(), date, currency: 'EUR', ...line }, truth: [] };
  }
}

/**
 * A month of 1,000 lines (or as many as asked for) and what is open, with what each line really is. It knows nothing of how lines are
 * matched. The same seed gives the same month.
 */
export function bankMonth(seed: string, { lines = 1000, open = 1000, profile = USUAL } = {}): BankMonth {
  const month = new Month(seed, open, profile);
  for (const [kind, share] of profile.shares) {
    const count = Math.round((share * lines) / 1000);
    // Each of these has two lines.
    for (let made = 0; made < (kind === 'two-lines' ? count / 2 : count); made++) month.plan(kind);
  }
  month.fill(open);
  month.number();
  month.write();
  month.otherAccount.fill(month.lines);
  return {
    seed,
    lines: month.lines.toSorted((a, b) => (a.line.date < b.line.date ? -1 : a.line.date > b.line.date ? 1 : 0)),
    candidates: [...month.documents.map(candidateOf), ...month.others, ...month.otherAccount.candidates],
    otherLines: month.otherAccount.lines,
    rules: profile.rules.map(({ texts: _, from: __, to: ___, ...rule }) => rule),
  };
}
