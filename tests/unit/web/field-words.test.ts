import { describe, expect, it } from 'vitest';
import { en as english } from '../../../web/src/i18n/en.ts';
import { es as spanish } from '../../../web/src/i18n/es.ts';
import { capital, placesOf, translated, wordsOf } from '../../../web/src/ui/field-words.ts';
import { ruleMessages } from '../../support/rule-messages.ts';

/** Words of rules that one module has stand with it. */
const [en, es] = [english.fields, spanish.fields];

describe('what is said below a field', () => {
  it('says every message of the rules in Spanish', async () => {
    const messages = await ruleMessages();
    // The walk has found the rules at all: money, dates, and what only one form has.
    expect(messages).toContain('must be greater than zero');
    expect(messages).toContain('must be an IBAN without spaces');
    expect(messages.length).toBeGreaterThan(30);
    expect(messages.filter((message) => translated(message, es.messages) === undefined)).toEqual([]);
  });

  it('has no Spanish for messages that no rule has any more', async () => {
    const messages = await ruleMessages();
    const own = Object.keys(es.messages).filter((message) => /^(must|at most)/.test(message) && !message.includes('control characters'));
    expect(own.filter((rule) => !messages.some((message) => translated(message, { [rule]: '*' }) !== undefined))).toEqual([]);
  });

  it('puts what varies in its place', () => {
    expect(translated('must be an invoice id such as inv_F2026-000123', es.messages)).toBe('Elija una factura, como inv_F2026-000123.');
    expect(translated('must be an id such as cus_01JDG8ZK5T7QWERTY2MNPQRSTV', en.messages)).toBe('Choose a record of the list.');
    expect(translated('never said', es.messages)).toBeUndefined();
    expect(capital('must be a year such as 2026')).toBe('Must be a year such as 2026');
  });

  it('asks for what is missing, and tells limits', () => {
    expect(wordsOf({ code: 'invalid_type', expected: 'string', input: undefined })).toEqual({ key: 'needed' });
    expect(wordsOf({ code: 'too_small', origin: 'string', minimum: 1, input: '' })).toEqual({ key: 'needed' });
    expect(wordsOf({ code: 'too_small', origin: 'array', minimum: 2, input: [1] })).toEqual({ key: 'tooFew', count: 2 });
    expect(wordsOf({ code: 'too_big', origin: 'string', maximum: 80, input: 'x'.repeat(81) })).toEqual({ key: 'tooLong', count: 80 });
    expect(wordsOf({ code: 'too_big', origin: 'int', maximum: 180, input: 181 })).toEqual({ key: 'atMost', count: 180 });
    expect(wordsOf({ code: 'invalid_type', expected: 'int', input: 1.5 })).toEqual({ key: 'whole' });
    expect(wordsOf({ code: 'invalid_format', format: 'email', input: 'ana' })).toEqual({ key: 'email' });
    expect(wordsOf({ code: 'invalid_format', format: 'email', input: '' })).toEqual({ key: 'needed' });
  });

  it('finds the field of a form that the API names', () => {
    expect(placesOf('body.lines.0.quantity')).toEqual(['lines.0.quantity']);
    expect(placesOf('body.lines.2.unitCost.amount')).toEqual(['lines.2.unitCost.amount', 'lines.2.unitCost']);
    expect(placesOf('name')).toEqual(['name']);
  });
});
