import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { type Minor, minorText, NonNegativeMoney, PositiveMoney, percentOf } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { amountOf, Entry, type EntryLine, reversed } from '../ledger/entry.ts';
import { AccountCode } from '../ledger/own-account.ts';
import type { Posting } from '../ledger/posting.ts';
import { InvoiceId } from '../receivables/invoice.ts';
import { bookValue, charged, dueBy, FixedAsset, type StoredAsset } from './fixed-asset.ts';

export const ImpairmentInput = z.strictObject({ date: z.optional(BusinessDate), amount: PositiveMoney, reason: text(200) });
export const DisposalInput = z.strictObject({
  date: z.optional(BusinessDate),
  /** What it was sold for, without tax. Absent: it was scrapped. */
  price: z.optional(NonNegativeMoney),
  /** Where the price went, or who owes it. Absent: 543, to be collected. */
  account: z.optional(AccountCode),
  /** The part that was sold, in percent. Absent: all of it. */
  share: z.optional(z.string().check(z.regex(/^(100|[1-9]\d?(\.\d{1,4})?|0\.\d{1,4})$/, 'must be a percentage up to 100, such as 25'))),
  /** The invoice of the sale. */
  invoiceId: z.optional(InvoiceId),
  reason: text(200),
});
export const UndoInput = z.strictObject({
  reason: text(200),
  /** The day on which it is taken back. Absent: its own. */
  date: z.optional(BusinessDate),
});

export const ASSET_EVENTS = ['depreciation', 'impairment', 'impairment-reversal', 'disposal'] as const;
/** What was posted of fixed assets: a depreciation of many, the impairment or disposal of one. */
export const AssetEntry = z.object({
  event: z.enum(ASSET_EVENTS),
  date: z.string(),
  parts: list(z.object({ assetId: z.string(), name: z.string(), amount: z.int(), before: z.exactOptional(z.string()) })),
  /** Of a disposal: what it brought beyond the book value; a loss is negative. */
  result: z.exactOptional(z.int()),
  reason: z.exactOptional(z.string()),
  invoiceId: z.exactOptional(z.string()),
  /** Of what concerns one asset: the asset as it was before, and the revision at which the entry left it. */
  undo: z.exactOptional(z.object({ asset: FixedAsset, rev: z.int() })),
  reverses: z.exactOptional(z.string()),
  reversedBy: z.exactOptional(z.string()),
  entry: Entry,
});
export type AssetEntry = Readonly<z.output<typeof AssetEntry>>;
export type StoredAssetEntry = Stored<AssetEntry>;

export const AssetEntries = recordType<AssetEntry, 'reversed' | 'reversal'>({
  kind: 'asset-entry',
  prefix: 'fae',
  letter: 'AM',
  data: AssetEntry,
  history: 'all',
  list: dated({ date: (e) => e.date, words: (e) => e.parts.slice(0, 8).map(({ name }) => name) }),
  state: (e) => (e.reversedBy ? 'reversed' : e.reverses ? 'reversal' : undefined),
  tones: { reversed: 'plain', reversal: 'calm' },
  related: (e) => [...e.parts.slice(0, 20).map(({ assetId }) => assetId), e.invoiceId],
  summary: (e) => ({ subtitle: [e.entry.text], date: e.date, amount: amountOf(e.entry) }),
  posts: {
    undo: 'Reverse a depreciation: POST /assets/entries/{assetEntryId}/reversal. Undo anything else: POST /assets/entries/{assetEntryId}/undo.',
    links: ({ reverses, reversedBy, reason }) => ({ reverses, reversedBy, reason }),
  },
  screen: '/journal',
  shownAs: 'je_:id',
  icon: 'book',
  read: 'books.read',
});

/** The accounts beside an asset's own: 20 intangible, 21 tangible, 22 investment property (PGC, RD 1514/2007, part four). */
const BESIDE = {
  20: { accumulated: '280', charge: '680', impaired: '290', impairment: '690', recovery: '790', loss: '670', gain: '770' },
  21: { accumulated: '281', charge: '681', impaired: '291', impairment: '691', recovery: '791', loss: '671', gain: '771' },
  22: { accumulated: '282', charge: '682', impaired: '292', impairment: '692', recovery: '792', loss: '672', gain: '772' },
} as const;
export const accountsBeside = ({ account }: Pick<FixedAsset, 'account'>) => BESIDE[account.slice(0, 2) as '20' | '21' | '22'];
/** 543 Créditos a corto plazo por enajenación de inmovilizado. */
const TO_COLLECT = '543';

/** Accounts with what they move; equal ones together. */
function summed(lines: readonly EntryLine[]): EntryLine[] {
  const sums = new Map<string, Minor>();
  for (const { account, amount } of lines) sums.set(account, (sums.get(account) ?? 0) + amount);
  return [...sums].map(([account, amount]) => ({ account, amount }));
}

export const chargeLines = (asset: FixedAsset, amount: Minor): EntryLine[] => [
  { account: accountsBeside(asset).charge, amount },
  { account: accountsBeside(asset).accumulated, amount: -amount },
];

/** What is due of assets until a day, as one entry, with each of them after it; undefined where nothing is. */
export function depreciationOf(posting: Posting, assets: readonly StoredAsset[], until: IsoDate) {
  const due = assets.map((asset) => ({ asset, amount: dueBy(asset, until) })).filter(({ amount }) => amount > 0);
  if (due.length === 0) return undefined;
  const entry = posting.add(`Amortización hasta ${until}`, summed(due.flatMap(({ asset, amount }) => chargeLines(asset, amount))));
  const parts = due.map(({ asset: { id, name, until: before }, amount }) => ({ assetId: id, name, amount, ...(before ? { before } : {}) }));
  const document: AssetEntry = { event: 'depreciation', date: until, parts, entry };
  return { document, assets: due.map(({ asset, amount }) => ({ before: asset, after: { ...asset, ...charged(asset, amount, until) } })) };
}

export const requireNotBefore = (asset: FixedAsset, date: IsoDate): void => {
  const earliest = asset.until !== undefined && asset.until > asset.inUseOn ? asset.until : asset.inUseOn;
  if (date < earliest)
    throw invalid(
      'asset.too_early',
      `The asset is depreciated until ${earliest}: use that day or a later one, or reverse that depreciation.`,
      'body.date',
      {
        earliest,
        date,
      },
    );
};

/** What is due until the day, then what it has lost beyond. @throws DomainError `asset.too_early`, `asset.impairment` (400). */
export function impairmentOf(posting: Posting, asset: StoredAsset, { amount, reason }: z.output<typeof ImpairmentInput>) {
  const { date } = posting;
  requireNotBefore(asset, date);
  const due = dueBy(asset, date);
  const left = bookValue(asset) - due;
  if (amount > left)
    throw invalid(
      'asset.impairment',
      `The book value on that day is ${minorText(left)} EUR: an impairment is at most that.`,
      'body.amount',
      {
        left: minorText(left),
        amount: minorText(amount),
      },
    );
  const { impairment, impaired } = accountsBeside(asset);
  const lines = [...chargeLines(asset, due), { account: impairment, amount }, { account: impaired, amount: -amount }];
  const entry = posting.add(`Deterioro: ${asset.name}`, lines);
  const after = charged(asset, due, date);
  const document: AssetEntry = { event: 'impairment', date, parts: [{ assetId: asset.id, name: asset.name, amount }], reason, entry };
  const { unimpaired = { plan: asset.plan, before: asset.before } } = asset;
  return { document, after: { ...after, impaired: after.impaired + amount, unimpaired } };
}

/** Takes an asset, or a part of it, out of the books at its value on the day. @throws DomainError `asset.too_early` (400). */
export function disposalOf(
  posting: Posting,
  asset: StoredAsset,
  { price = 0, account = TO_COLLECT, share = '100', invoiceId, reason }: z.output<typeof DisposalInput>,
) {
  const { date } = posting;
  requireNotBefore(asset, date);
  const due = dueBy(asset, date);
  const now = charged(asset, due, date);
  const part = (amount: Minor): Minor => percentOf(amount, share);
  const [cost, depreciated, impaired] = [part(now.cost), part(now.depreciated), part(now.impaired)];
  const result = price - (cost - depreciated - impaired);
  const { accumulated, impaired: impairedAccount, gain, loss } = accountsBeside(asset);
  const lines = [
    ...chargeLines(asset, due),
    { account: asset.account, amount: -cost },
    { account: accumulated, amount: depreciated },
    { account: impairedAccount, amount: impaired },
    { account, amount: price },
    { account: result > 0 ? gain : loss, amount: -result },
  ];
  const entry = posting.add(`Baja: ${asset.name}`, summed(lines));
  const document: AssetEntry = {
    event: 'disposal',
    date,
    parts: [{ assetId: asset.id, name: asset.name, amount: price }],
    result,
    reason,
    ...(invoiceId ? { invoiceId } : {}),
    entry,
  };
  return { document, after: restOf(now, { cost, depreciated, impaired, share, part }, date) };
}

interface Gone extends Pick<FixedAsset, 'cost' | 'depreciated' | 'impaired'> {
  readonly share: string;
  readonly part: (amount: Minor) => Minor;
}

/** What is left goes on by the same plan, with so much less to depreciate. */
function restOf(now: FixedAsset, { part, share, ...gone }: Gone, date: IsoDate): FixedAsset {
  if (Number(share) === 100) return { ...now, disposedOn: date };
  return {
    ...now,
    partSold: true,
    cost: now.cost - gone.cost,
    depreciated: now.depreciated - gone.depreciated,
    impaired: now.impaired - gone.impaired,
    residual: now.residual - part(now.residual),
    before: now.before - part(now.before),
    plan: { ...now.plan, base: now.plan.base - part(now.plan.base) },
  };
}

/** Takes a depreciation back; each of its assets must have been depreciated by nothing since. */
export function reversalOfDepreciation(posting: Posting, original: StoredAssetEntry, assets: readonly StoredAsset[], reason: string) {
  const parts = original.parts.map((part) => ({ ...part, amount: -part.amount }));
  const document: AssetEntry = {
    event: 'depreciation',
    date: original.date,
    parts,
    reason,
    reverses: original.id,
    entry: posting.add(`Anulación: ${original.entry.text}`, reversed(original.entry.lines)),
  };
  const changed = assets.map((asset) => {
    const part = original.parts.find(({ assetId }) => assetId === asset.id);
    if (!part || asset.until !== original.date || asset.disposedOn)
      throw invalid('asset.later', `${asset.name} has been depreciated or disposed of since: reverse that first.`, 'path.assetEntryId', {
        asset: asset.name,
      });
    const { until: _until, ...rest } = charged(asset, -part.amount, original.date);
    return { before: asset, after: { ...rest, ...(part.before ? { until: part.before } : {}) } };
  });
  return { document, assets: changed };
}

const refusalOfTaken = ({ reverses, reversedBy }: AssetEntry): Refusal | undefined => {
  if (reverses) return refusal('asset_entry.reversal', 'A reversal is not reversed: post it again.', 'path.assetEntryId');
  return reversedBy ? refusal('asset_entry.reversed', 'It was taken back already.', 'path.assetEntryId') : undefined;
};

/** Why an entry of assets is taken back or not. */
export const assetEntryActions = {
  reverseDepreciation: (entry) =>
    entry.event === 'depreciation'
      ? refusalOfTaken(entry)
      : refusal('asset_entry.final', 'It is no depreciation: undo it by POST /assets/entries/{assetEntryId}/undo.', 'path.assetEntryId', {
          why: 'undo',
        }),
  undoAssetEntry: (entry) =>
    entry.event === 'depreciation'
      ? refusal('asset_entry.final', 'A depreciation is reversed: POST /assets/entries/{assetEntryId}/reversal.', 'path.assetEntryId', {
          why: 'reverse',
        })
      : refusalOfTaken(entry),
} as const satisfies ActionRules<StoredAssetEntry>;
