/**
 * Whether a text is a Spanish contribution account (código de cuenta de cotización): province, number and two control digits, which are
 * the rest of province and number by 97; before it may stand the four digits of its scheme (0111, the general one). Source: TGSS,
 * structure of the CCC.
 */
export function isContributionAccount(text: string): boolean {
  const [, digits = '', control = ''] = /^(?:\d{4})?(\d{9})(\d{2})$/.exec(text) ?? [];
  return digits !== '' && BigInt(digits) % 97n === BigInt(control);
}
