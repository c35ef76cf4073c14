import * as z from 'zod/mini';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { BOM, withoutFormulas } from '#kernel/text.ts';

/** Days for which its file is kept; it can be made anew after that. The bucket deletes it by itself. */
export const PACK_DAYS = 30;

export const EVIDENCE_PACK_STATES = ['wanted', 'ready', 'expired'] as const;
export type EvidencePackState = (typeof EVIDENCE_PACK_STATES)[number];
const PackFile = z.object({ name: z.string(), bytes: z.int(), sha256: z.string() });
export type PackFile = Readonly<z.output<typeof PackFile>>;

/** What proves that somebody's employment ended as it should, as one ZIP with an index. */
export const EvidencePack = z.object({
  onboardingId: z.string(),
  employeeId: z.string(),
  /** With settlement and payslips: for whoever sees what people earn. */
  withPay: z.boolean(),
  state: z.enum(['wanted', 'ready']),
  /** ISO instant. */
  wantedAt: z.string(),
  made: z.exactOptional(z.object({ at: z.string(), key: z.string(), bytes: z.int(), files: list(PackFile), missing: list(z.string()) })),
});
export type EvidencePack = Readonly<z.output<typeof EvidencePack>>;
export type StoredEvidencePack = Stored<EvidencePack>;

export const EvidencePacks = recordType<EvidencePack, EvidencePackState>({
  kind: 'evidence-pack',
  prefix: 'evp',
  data: EvidencePack,
  history: 'ends',
  state: (pack, today) => evidencePackState(pack, today),
  tones: { wanted: 'calm', ready: 'good', expired: 'plain' },
  person: ({ employeeId }) => employeeId,
  screen: { none: 'It is shown on the page of the leaving.' },
  read: 'people.write',
});

export function evidencePackState({ state, made }: EvidencePack, today: IsoDate): EvidencePackState {
  if (state === 'wanted' || !made) return 'wanted';
  return addDays(made.at.slice(0, 10), PACK_DAYS) <= today ? 'expired' : 'ready';
}

/** Why there is none of an onboarding. */
export function refusalOfPack({ flow }: { readonly flow: string }, erasedOn: IsoDate | undefined): Refusal | undefined {
  const field = 'path.onboardingId';
  if (erasedOn) return refusal('employee.erased', `What was personal was erased on ${erasedOn}.`, field, { on: erasedOn });
  return flow === 'leaving' ? undefined : refusal('onboarding.not_leaving', 'Nobody leaves: there is nothing to prove.', field);
}

export const EvidencePackView = z.object({
  id: z.string(),
  onboardingId: z.string(),
  withPay: z.boolean(),
  state: z.enum(EVIDENCE_PACK_STATES),
  madeAt: z.optional(z.string()),
  bytes: z.optional(z.int()),
  files: z.array(PackFile),
  /** What there is nothing of. */
  missing: z.array(z.string()),
  /** Of one that is ready: good for a quarter of an hour. */
  url: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
  ...stampFields,
});

const cell = (value: string): string => `"${withoutFormulas(value).replaceAll('"', '""').replaceAll(/\r?\n/g, ' ')}"`;
/** A table as spreadsheets of this country open it: byte order mark, semicolons, every cell as text. */
export const packCsv = (rows: readonly (readonly (string | undefined)[])[]): string =>
  `${BOM}${rows.map((row) => `${row.map((value) => cell(value ?? '')).join(';')}\r\n`).join('')}`;

/** The index: every file with its length and SHA-256. */
export const packIndex = (files: readonly PackFile[]): string =>
  packCsv([['Archivo', 'Bytes', 'SHA-256'], ...files.map(({ name, bytes, sha256 }) => [name, String(bytes), sha256])]);
