import * as z from 'zod/mini';
import { SettlementView } from '#domain/hr/payroll/settlement.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { monthsLater } from './due-date.ts';

/** What a leaving was settled with, as it was worked out when it was accepted. */
export const SettlementRecord = z.object({
  employeeId: z.string(),
  onboardingId: z.string(),
  date: z.string(),
  /** Days of holiday taken that year. */
  taken: z.string(),
  figures: storedOf(SettlementView),
});
export type SettlementRecord = Readonly<z.output<typeof SettlementRecord>>;
export type StoredSettlement = Stored<SettlementRecord>;
export const Settlements = recordType<SettlementRecord>({
  kind: 'settlement',
  prefix: 'stl',
  data: SettlementRecord,
  history: 'all',
  person: ({ employeeId }) => employeeId,
  parent: ({ onboardingId }) => onboardingId,
  screen: { none: "It is shown on the page of the employee's leaving." },
  read: 'pay.read',
});
export const settlementId = (onboardingId: string): string => `stl_${onboardingId.slice(4)}`;

/** The last severance of a person, by a hash of their tax id: whoever hires them again within three years must know. */
export const SeveranceRecord = z.object({ employeeId: z.string(), date: z.string(), settlementId: z.string() });
export type SeveranceRecord = Readonly<z.output<typeof SeveranceRecord>>;
export const Severances = recordType<SeveranceRecord>({
  kind: 'severance',
  prefix: 'sev',
  data: SeveranceRecord,
  history: 'ends',
  person: ({ employeeId }) => employeeId,
  screen: { none: 'It is told where the person is hired again.' },
  read: 'nobody',
});

const MONTHS_APART = 36;
/** Until when a new employment takes the exemption of a severance away: three years from the leaving (LIRPF art. 7.e; RIRPF art. 1). */
export const exemptionEnds = (leftOn: IsoDate): IsoDate => monthsLater(addDays(leftOn, 1), MONTHS_APART);

export const SettlementRecordView = z.object({
  ...{ id: z.string(), employeeId: z.string(), onboardingId: z.string(), date: z.string(), taken: z.string() },
  figures: SettlementView,
  ...stampFields,
});

/** The bank account that somebody told, until a second person has looked at it. */
export const BankProposal = z.object({ employeeId: z.string(), iban: z.string(), by: z.string() });
export type BankProposal = Readonly<z.output<typeof BankProposal>>;
export const BankProposals = recordType<BankProposal>({
  kind: 'bank-proposal',
  prefix: 'bpr',
  data: BankProposal,
  history: 'ends',
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: 'It waits on the page of the onboarding.' },
  read: 'people.personal',
});
export const bankProposalId = (taskId: string): string => `bpr_${taskId.slice(4)}`;
