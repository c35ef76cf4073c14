import { own } from '#kernel/optional.ts';
import type { Language } from '../i18n/i18n.ts';

const WORDS = { es: { ayer: -1, hoy: 0, mañana: 1, manana: 1 }, en: { yesterday: -1, today: 0, tomorrow: 1 } } as const;
const TYPED = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/;
const RUN_TOGETHER = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day so many days after a business date. Both are `2026-11-25`. */
export function daysAfter(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The date of these parts, where the calendar has it. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const there = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return there ? moment.toISOString().slice(0, 10) : undefined;
}

/**
 * What somebody means who types `25/11/2026`, `25-11-26`, `251126`, `25/11` (of this year), `25` (of this month), `hoy`,
 * `ayer` or `2026-11-25`: a business date, or undefined where it is none. Both languages of the console put the day first.
 */
export function typedDate(text: string, today: string, language: Language): string | undefined {
  const typed = text.trim().toLowerCase();
  const away = own<number>(WORDS[language], typed);
  if (away !== undefined) return daysAfter(today, away);
  const iso = ISO.exec(typed);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const thisYear = today.slice(0, 4);
  if (/^\d{1,2}$/.test(typed)) return dateOf(Number(thisYear), Number(today.slice(5, 7)), Number(typed));
  const parts = TYPED.exec(typed) ?? RUN_TOGETHER.exec(typed);
  if (!parts) return undefined;
  const [, day, month, year = thisYear] = parts;
  return dateOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

/** Whether nothing more can be meant to follow: a date with its whole year is taken while it is typed. */
export const wholeDate = (text: string): boolean => /[-/. ]\d{4}$|^\d{8}$|^\d{4}-\d{2}-\d{2}$/.test(text.trim());
