import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '#domain/hr/recruiting/calendar-file.ts';
import type { Interview } from '#domain/hr/recruiting/interview.ts';

const INTERVIEW: Interview = {
  ...{ no: 1, at: '2026-12-10T09:00:00Z', minutes: 45, place: 'Sala 2, planta 1', with: ['c@d.example'] },
  ...{ state: 'planned', sequence: 0, mail: 'wanted' },
};
const fileOf = (interview: Interview, summary = 'Entrevista', name = 'Lumbre, S.L.') =>
  calendarFile({
    ...{ applicationId: 'apl_X', interview, summary, company: { name, email: 'a@b.example' } },
    ...{ guests: ['e@f.example', 'c@d.example'], stamp: new Date('2026-12-01T08:00:00Z') },
  });

/** The content lines of a file as a calendar reads them (RFC 5545, section 3.1): what is folded is joined, each is name, parameters and value. */
function readFile(text: string) {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  return lines.map((line) => {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=(?:"(?:\t|[^"\p{Cc}])*"|[^";:,\p{Cc}]*))*):(.*)$/su.exec(line) ?? [];
    expect(name, line).not.toBe('');
    return { name, parameters, value };
  });
}
/** TEXT without its escapes (section 3.3.11). */
const plainText = (value: string): string => value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
const valuesOf = (text: string, wanted: string) => readFile(text).flatMap(({ name, value }) => (name === wanted ? [value] : []));

describe('the calendar file of an interview', () => {
  it('has what RFC 5545 asks for, once: version, product, UID, stamp, and instants of UTC, which need no time zone', () => {
    const read = readFile(fileOf(INTERVIEW));
    expect(read.map(({ name, parameters, value }) => `${name}${parameters}:${value}`)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Trastienda//Recruiting//ES',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:apl_X-1@trastienda',
      'SEQUENCE:0',
      'DTSTAMP:20261201T080000Z',
      'DTSTART:20261210T090000Z',
      'DTEND:20261210T094500Z',
      'SUMMARY:Entrevista',
      'LOCATION:Sala 2\\, planta 1',
      'STATUS:CONFIRMED',
      'ORGANIZER;CN="Lumbre, S.L.":mailto:a@b.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:e@f.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:c@d.example',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('ends on the day on which it ends, across midnight and the change of the clock', () => {
    const file = fileOf({ ...INTERVIEW, at: '2026-10-24T23:30:00Z', minutes: 120 });
    expect([valuesOf(file, 'DTSTART'), valuesOf(file, 'DTEND')]).toEqual([['20261024T233000Z'], ['20261025T013000Z']]);
  });

  it('folds at 75 octets, where no character is cut, and gives back every word, whatever is written', () => {
    const sign = fc.oneof(
      fc.constantFrom('\\', ';', ',', '\n', '"', ':', ' ', '\t', 'ñ', '€', '😀', 'á'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    const words = fc.array(sign, { maxLength: 120 }).map((signs) => signs.join('').replaceAll(/(?![\n\t])\p{Cc}/gu, ''));
    fc.assert(
      fc.property(words, words, words, (summary, place, name) => {
        const file = fileOf({ ...INTERVIEW, place }, summary, name);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          // A character that was cut would not come back.
          expect(Buffer.from(line).toString()).toBe(line);
        }
        expect([plainText(valuesOf(file, 'SUMMARY')[0] ?? ''), plainText(valuesOf(file, 'LOCATION')[0] ?? '')]).toEqual([summary, place]);
        expect(readFile(file).map((line) => line.name)).toEqual(readFile(fileOf(INTERVIEW)).map((line) => line.name));
      }),
    );
  });

  it('says each end of a line as \\n, and no other control character', () => {
    const file = fileOf({ ...INTERVIEW, place: 'a\r\nb\rc\nd\u0000e\u0007f' }, 'x\r\nATTENDEE:mailto:evil@example.com');
    expect(valuesOf(file, 'LOCATION')).toEqual(['a\\nb\\nc\\ndef']);
    expect(valuesOf(file, 'SUMMARY')).toEqual(['x\\nATTENDEE:mailto:evil@example.com']);
    expect(valuesOf(file, 'ATTENDEE')).toHaveLength(2);
  });

  it('moves and cancels what calendars have, by the same UID', () => {
    expect(fileOf(INTERVIEW)).toMatch(/METHOD:REQUEST[\s\S]*UID:apl_X-1@trastienda\r\nSEQUENCE:0\r\n/);
    expect(fileOf({ ...INTERVIEW, sequence: 1 })).toMatch(/METHOD:REQUEST[\s\S]*UID:apl_X-1@trastienda\r\nSEQUENCE:1\r\n/);
    const off = fileOf({ ...INTERVIEW, sequence: 2, state: 'cancelled' });
    expect(off).toMatch(/METHOD:CANCEL[\s\S]*UID:apl_X-1@trastienda\r\nSEQUENCE:2[\s\S]*STATUS:CANCELLED/);
  });
});
