export interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}

const TAGS = { es: 'es-ES', en: 'en-GB' } as const;

/** Numbers, dates and money as people of that language write them. Decimal text is never made a float. */
export function formats(language: keyof typeof TAGS) {
  const tag = TAGS[language];
  // Spanish leaves four digits ungrouped by itself; in columns of figures all are grouped alike.
  const grouped = { useGrouping: 'always' } as unknown as Intl.NumberFormatOptions;
  const decimals = new Intl.NumberFormat(tag, { maximumFractionDigits: 6, ...grouped });
  const wholes = new Intl.NumberFormat(tag, { maximumFractionDigits: 0, ...grouped });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2, ...grouped });
  const bytes = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const longDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const countries = new Intl.DisplayNames([tag], { type: 'region' });
  const currencies = new Map<string, Intl.NumberFormat>();
  const inCurrency = (currency: string, more: Intl.NumberFormatOptions = {}) => {
    const key = `${currency}${more.maximumFractionDigits ?? ''}`;
    const format = currencies.get(key) ?? new Intl.NumberFormat(tag, { style: 'currency', currency, ...grouped, ...more });
    currencies.set(key, format);
    return format;
  };
  return {
    /** `{amount: '1234.5', currency: 'EUR'}` → `1.234,50 €`. */
    money: ({ amount, currency }: MoneyText): string => inCurrency(currency).format(amount as unknown as number),
    /** A unit price or cost, with all the decimals it has. */
    price: (value: string, currency = 'EUR'): string =>
      inCurrency(currency, { maximumFractionDigits: 6 }).format(value as unknown as number),
    /** Decimal text such as a quantity or a price. */
    decimal: (value: string | number): string => decimals.format(value as number),
    whole: (value: number): string => wholes.format(value),
    /** `'21'` → `21 %`. */
    percent: (value: string): string => percent.format(Number(value) / 100),
    /** A business date, `2026-11-25`. */
    date: (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`)),
    longDate: (iso: string): string => longDay.format(new Date(`${iso}T00:00:00Z`)),
    shortDate: (iso: string): string => shortDay.format(new Date(`${iso}T00:00:00Z`)),
    /** A period, `2026-11`. */
    month: (period: string): string => month.format(new Date(`${period}-01T00:00:00Z`)),
    /** A moment, in the time zone of the browser. */
    moment: (iso: string): string => moment.format(new Date(iso)),
    /** `ES` → España. */
    country: (code: string): string => countries.of(code) ?? code,
    megabytes: (count: number): string => `${bytes.format(count / 1_048_576)} MB`,
  };
}

export type Formats = ReturnType<typeof formats>;
