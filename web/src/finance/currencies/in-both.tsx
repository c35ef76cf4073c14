import type { Formats, MoneyText } from '../../i18n/formats.ts';

/** An amount in euros with what it is in the currency of its document before it, where that is another. */
export const inBoth = (amount: MoneyText, foreign: MoneyText | undefined, { money }: Pick<Formats, 'money'>) => (
  <span className="nowrap">
    {foreign && <span className="dimmed">{money(foreign)} · </span>}
    {money(amount)}
  </span>
);
