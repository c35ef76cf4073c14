import type { Interview } from './interview.ts';

const CONTROL = /(?!\t)\p{Cc}/gu;
/** TEXT (section 3.3.11): no control character but the tab stands in it, and lines are told by `\\n`. */
const escaped = (words: string): string =>
  words
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(CONTROL, '');
/** A parameter in quotes (section 3.2): it has no escapes. */
const quoted = (words: string): string => `"${words.replaceAll(/["\r\n]/g, ' ').replaceAll(CONTROL, '')}"`;
const stampOf = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const BYTES_A_LINE = 75;
const encoder = new TextEncoder();
const bytesOf = (words: string): number => encoder.encode(words).length;

/** Lines of at most 75 bytes, those that go on after a blank (RFC 5545 section 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (bytesOf(part + sign) > BYTES_A_LINE - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part].join('\r\n ');
}

interface Meeting {
  readonly applicationId: string;
  readonly interview: Interview;
  readonly summary: string;
  readonly company: { readonly name: string; readonly email: string };
  readonly guests: readonly string[];
  /** When it came to stand so. */
  readonly stamp: Date;
}
const MS_PER_MINUTE = 60_000;

/**
 * An interview as calendars take it (RFC 5545; RFC 5546 sections 3.2.2 and 3.2.5): what has changed takes the place of what they have, by
 * its sequence, and what is off is taken out.
 */
export function calendarFile({ applicationId, interview, summary, company, guests, stamp }: Meeting): string {
  const { no, at, minutes, place, state, sequence } = interview;
  const isOff = state === 'cancelled';
  const start = new Date(at);
  const guest = isOff ? 'ATTENDEE:mailto:' : 'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:';
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Trastienda//Recruiting//ES', `METHOD:${isOff ? 'CANCEL' : 'REQUEST'}`],
    ...['BEGIN:VEVENT', `UID:${applicationId}-${no}@trastienda`, `SEQUENCE:${sequence}`, `DTSTAMP:${stampOf(stamp)}`],
    `DTSTART:${stampOf(start)}`,
    `DTEND:${stampOf(new Date(start.getTime() + minutes * MS_PER_MINUTE))}`,
    ...[`SUMMARY:${escaped(summary)}`, `LOCATION:${escaped(place)}`, `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`],
    `ORGANIZER;CN=${quoted(company.name)}:mailto:${company.email}`,
    ...guests.map((email) => `${guest}${email}`),
    ...['END:VEVENT', 'END:VCALENDAR'],
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
