import type { DoorName } from '#api/rule-effects.ts';
import { type Effect, filled } from '#domain/automation/rules/effect.ts';
import type { RunEffect, StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { kindOfTrigger, triggerNamed } from '#domain/triggers.ts';
import type { RuleTrigger } from '#kernel/trigger.ts';
import type { DoorRequest } from './door-gateway.ts';

type Fields = RuleTrigger['fields'];
type Subject = Pick<StoredRuleRun, 'subject' | 'values' | 'ruleId' | 'trigger'>;

/** The record that a run's notes and tags are about: the rule itself where there is none that has them. */
function recordOf({ subject, ruleId, trigger }: Subject): string {
  const type = kindOfTrigger(triggerNamed(trigger));
  return subject && type && !type.parent && typeof type.screen === 'string' ? subject : ruleId;
}

/** What an effect asks of the API; undefined of what is none of its actions. */
export function doorRequestOf(effect: Effect, run: Subject, fields: Fields): DoorRequest | undefined {
  const record = recordOf(run);
  const text = (template: string) => filled(template, fields, run.values);
  if (effect.do === 'tag') return { door: 'patchTags', body: { record, add: effect.tags } };
  if (effect.do === 'note') return { door: 'createNote', body: { record, text: text(effect.text) } };
  if (effect.do === 'tell') return { door: 'createNote', body: { record, text: text(effect.text), mentions: effect.members } };
  if (effect.do === 'invoiceOrder') return { door: 'invoiceOrder', path: { orderId: run.subject ?? '' }, body: {} };
  if (effect.do === 'keepDocument') return { door: 'keepDocument', path: { documentId: run.subject ?? '' } };
  if (effect.do === 'ignoreBankLine')
    return { door: 'ignoreBankLine', path: { lineId: run.subject ?? '' }, body: { reason: text(effect.text) } };
  return undefined;
}

/** Where an action's answer names what it made. */
const MADE: Readonly<Partial<Record<DoorName, string>>> = { createNote: 'id', invoiceOrder: 'invoiceId' };
export function madeBy(door: DoorName, answer: Readonly<Record<string, unknown>>): string | undefined {
  const id = answer[MADE[door] ?? ''];
  return typeof id === 'string' ? id : undefined;
}

/** What takes an effect back; undefined where nothing does. */
export function undoRequestOf({ effect, record, added = [] }: RunEffect, run: Subject): DoorRequest | undefined {
  if (effect.do === 'tag') return added.length > 0 ? { door: 'patchTags', body: { record: recordOf(run), remove: added } } : undefined;
  if (effect.do === 'note' || effect.do === 'tell')
    return record === undefined ? undefined : { door: 'deleteNote', path: { noteId: record } };
  if (effect.do === 'ignoreBankLine') return { door: 'reopenBankLine', path: { lineId: run.subject ?? '' } };
  return effect.do === 'keepDocument' ? { door: 'reopenDocument', path: { documentId: run.subject ?? '' } } : undefined;
}
