import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';

export const EQUIPMENT_TYPES = ['laptop', 'phone', 'key', 'vehicle', 'card', 'other'] as const;
export type EquipmentType = (typeof EQUIPMENT_TYPES)[number];

/** A thing that the company hands to its employees. */
export const EquipmentInput = z.strictObject({
  type: z.enum(EQUIPMENT_TYPES),
  name: text(120),
  /** Its serial or inventory number: no other has it, whatever its case and spaces. */
  number: text(60),
  /** What the books know it by. */
  assetId: z.optional(idWith('fxa')),
  note: z.optional(text(200)),
});
export type EquipmentInput = z.output<typeof EquipmentInput>;
/** Null clears what may be absent. */
export const PatchEquipment = z.strictObject({
  type: z.optional(z.enum(EQUIPMENT_TYPES)),
  name: z.optional(text(120)),
  number: z.optional(text(60)),
  assetId: z.optional(z.nullable(idWith('fxa'))),
  note: z.optional(z.nullable(text(200))),
});

export const EQUIPMENT_STATES = ['available', 'handed-over', 'retired'] as const;
export type EquipmentState = (typeof EQUIPMENT_STATES)[number];
export const Equipment = z.extend(storedOf(EquipmentInput), {
  state: z.enum(EQUIPMENT_STATES),
  /** Who has it, since when, and the record that says so. */
  employeeId: z.optional(z.string()),
  since: z.optional(z.string()),
  holdingId: z.optional(z.string()),
  /** The day on which it last came back: nobody has it before. */
  backOn: z.optional(z.string()),
  /** What was said of it when it last went or came. */
  condition: z.optional(z.string()),
  retired: z.optional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
});
export type Equipment = Readonly<z.output<typeof Equipment>>;
export type StoredEquipment = Stored<Equipment>;

export const EquipmentItems = recordType<Equipment, EquipmentState>({
  kind: 'equipment',
  prefix: 'eqp',
  data: Equipment,
  history: 'all',
  list: named({ by: ({ name, number }) => `${name} ${number}`, words: ({ name, number }) => [name, number] }),
  lifecycle: { of: ({ state }) => state, next: { available: ['handed-over', 'retired'], 'handed-over': ['available'] } },
  state: ({ state }) => state,
  tones: { available: 'good', 'handed-over': 'calm', retired: 'plain' },
  summary: ({ name, number }) => ({ title: name, subtitle: [number] }),
  related: ({ assetId }) => [assetId],
  person: ({ employeeId }) => employeeId ?? '',
  screen: '/people/equipment',
  icon: 'key',
  read: 'people.read',
});

/** Which thing has a number, so that none is entered twice. */
export const EquipmentNumbers = recordType<{ readonly equipmentId: string }>({
  kind: 'equipment-number',
  prefix: 'eqn',
  data: z.object({ equipmentId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps a thing from being entered twice.' },
  read: 'nobody',
});
export const equipmentNumberId = (number: string): string => `eqn_${number.toUpperCase().replaceAll(/\s/g, '')}`;

/** That somebody has or had a thing, from one day to another. */
export const EquipmentHolding = z.object({
  equipmentId: z.string(),
  /** Its name and number, as they were then. */
  name: z.string(),
  number: z.string(),
  employeeId: z.string(),
  from: z.string(),
  /** The day on which it came back; absent: they have it. */
  until: z.optional(z.string()),
  /** What was said of it when it went, and when it came back. */
  condition: z.optional(z.string()),
  conditionBack: z.optional(z.string()),
});
export type EquipmentHolding = Readonly<z.output<typeof EquipmentHolding>>;
export type StoredHolding = Stored<EquipmentHolding>;
export const EquipmentHoldings = recordType<EquipmentHolding>({
  kind: 'equipment-holding',
  prefix: 'eqh',
  data: EquipmentHolding,
  history: 'all',
  list: { buckets: 'own', key: ({ equipmentId, from }, id) => ({ bucket: equipmentId, sort: `${from}#${id}` }) },
  // Those of an employee, whether they still have the thing or not.
  open: ({ employeeId, from }, id) => ({ queue: employeeId, sort: `${from}#${id}` }),
  person: ({ employeeId }) => employeeId,
  screen: { none: 'It is a line on the page of the thing, and on that of the employee.' },
  read: 'people.read',
});

const FIELD = 'path.equipmentId';
const refusalOfRetired = ({ retired }: Equipment): Refusal | undefined =>
  retired && refusal('equipment.retired', `It was retired on ${retired.on}: enter another one.`, FIELD, { on: retired.on });
const refusalOfHeld = ({ state }: Equipment): Refusal | undefined =>
  state === 'handed-over' ? refusal('equipment.held', 'Somebody has it: take it back first.', FIELD) : undefined;

/** Why a thing takes an action now or not. */
export const equipmentActions = {
  patchEquipment: refusalOfRetired,
  handOverEquipment: (one) => refusalOfRetired(one) ?? refusalOfHeld(one),
  takeBackEquipment: (one) =>
    refusalOfRetired(one) ?? (one.state === 'available' ? refusal('equipment.not_held', 'Nobody has it.', FIELD) : undefined),
  retireEquipment: (one) => refusalOfRetired(one) ?? refusalOfHeld(one),
} as const satisfies ActionRules<StoredEquipment>;

export const HandOver = z.strictObject({ employeeId: idWith('emp'), on: BusinessDate, condition: z.optional(text(200)) });
export const TakeBack = z.strictObject({ on: BusinessDate, condition: z.optional(text(200)) });

/** @throws DomainError `equipment.future`, `equipment.dates` (400): a step is told once it has happened, after the one before it. */
export function requireDayOf(equipment: Equipment, on: IsoDate, today: IsoDate, field = 'body.on'): void {
  if (on > today) throw invalid('equipment.future', 'The day has not come yet: enter it once it has.', field, { on });
  const last = equipment.since ?? equipment.backOn;
  if (last !== undefined && on < last)
    throw invalid('equipment.dates', `What was entered of it before is of ${last}: choose that day or a later one.`, field, { last });
}

/** @property holder the name of who has or had it. */
export const EquipmentHoldingView = z.object({ id: z.string(), ...EquipmentHolding.shape, holder: z.string(), ...stampFields });
export const EquipmentView = z.object({ id: z.string(), ...Equipment.shape, holder: z.optional(z.string()), ...stampFields });

/** @param holder the name of who has it. */
export const equipmentView = (equipment: StoredEquipment, holder?: string) => ({
  ...stamped(equipment),
  ...(holder === undefined ? {} : { holder }),
});
