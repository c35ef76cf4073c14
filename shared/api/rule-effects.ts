import type { EffectName } from '#domain/automation/rules/effect.ts';
import type { ActionSpec, ModuleSpec } from '#kernel/action.ts';
import { intake } from './automation/intake.ts';
import { notes } from './platform/notes.ts';
import { orders } from './sales/orders.ts';

/** An action of the API that rules take: by its own door, as everybody else does. */
export interface Door {
  readonly action: string;
  readonly spec: ActionSpec;
  /** The Lambda behind it: `platform/notes/commands`. */
  readonly pool: string;
}

const door = <M extends ModuleSpec>(module: M, action: keyof M['actions'] & string): Door => {
  const spec = module.actions[action] as ActionSpec;
  return { action, spec, pool: `${module.name}/${spec.profile}` };
};

/** Every action that rules take, doing something or undoing it. What is not in here no rule can do. */
export const DOORS = {
  patchTags: door(notes, 'patchTags'),
  createNote: door(notes, 'createNote'),
  deleteNote: door(notes, 'deleteNote'),
  invoiceOrder: door(orders, 'invoiceOrder'),
  keepDocument: door(intake, 'keepDocument'),
  reopenDocument: door(intake, 'reopenDocument'),
} as const;
export type DoorName = keyof typeof DOORS;

/** What a rule may do: by which action, and to records of which kinds (absent: to any). */
export interface EffectSpec {
  readonly door?: DoorName;
  readonly kinds?: readonly string[];
}

export const EFFECTS: Readonly<Record<EffectName, EffectSpec>> = {
  tag: { door: 'patchTags' },
  note: { door: 'createNote' },
  tell: { door: 'createNote' },
  mail: {},
  invoiceOrder: { door: 'invoiceOrder', kinds: ['order'] },
  keepDocument: { door: 'keepDocument', kinds: ['intake-document'] },
};

/** What the worker that carries rules out is let in by. */
export const DOOR_GRANTS = [...new Set(Object.values(DOORS).map(({ pool }) => `enters:${pool}` as const))];
