import i18next from 'i18next';
import { type Formats, formats } from './formats.ts';

/** A date, a number: what a text of ours is given otherwise is shown as it is. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;
const MONTH = /^\d{4}-\d{2}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

type Form = readonly [form: RegExp, write: (formats: Formats, value: string, params: Params) => string];
type Params = Readonly<Record<string, unknown>>;
const FORMS: Readonly<Record<string, Form>> = {
  number: [DECIMAL, ({ decimal }, value) => decimal(value)],
  /** An amount: of the books, which are kept in euros, where the text is given no currency. */
  money: [DECIMAL, ({ money }, value, { currency = 'EUR' }) => money({ amount: value, currency: String(currency) })],
  price: [DECIMAL, ({ price }, value) => price(value)],
  megabytes: [DECIMAL, ({ megabytes }, value) => megabytes(Number(value))],
  date: [DAY, ({ date }, value) => date(value)],
  time: [MOMENT, ({ moment }, value) => moment(value)],
  month: [MONTH, ({ month }, value) => month(value)],
  /** An id without its prefix: `inv_F2026-000007` → `F2026-000007`. */
  id: [/_/, (_, value) => value.slice(value.indexOf('_') + 1)],
};
/** Forms that a text can name: `{{open, money}}`. A form with a dot is a branch of texts. @public */
export const FORM_NAMES = Object.keys(FORMS);

const cached = new Map<string, Formats>();
function formatsOf(language: string): Formats {
  const made = cached.get(language) ?? formats(language === 'en' ? 'en' : 'es');
  cached.set(language, made);
  return made;
}

/** Words of a branch of texts for a value, or for each of several: `{{state, states.order}}`, `{{needed, permissions.names}}`. */
const wordsOf = (branch: string, value: string): string =>
  value
    .split(',')
    .map((one) => i18next.t(`${branch}.${one}` as 'errors.unknown', { defaultValue: one }))
    .join(', ');

function written(value: unknown, form: string | undefined, language: string | undefined, params: Params = {}): string {
  const text = String(value ?? '');
  if (!form) return text;
  if (form.includes('.')) return wordsOf(form, text);
  const [wanted, write] = FORMS[form] ?? [];
  return wanted?.test(text) && write ? write(formatsOf(language ?? 'es'), text, params) : text;
}

/** Writes what stands in texts as people of the language write it: `i18next.use(figures)`. */
export const figures = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: written,
} as const;
