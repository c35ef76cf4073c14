/**
 * Whether a text is a Spanish Social Security number of a person: province, number and two control digits, which are the rest of
 * province and number by 97 (a number below ten million counts with seven digits). Source: TGSS, structure of the NAF.
 */
export function isSocialSecurityNumber(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const province = BigInt(text.slice(0, 2));
  const number = BigInt(text.slice(2, 10));
  const whole = number < 10_000_000n ? province * 10_000_000n + number : province * 100_000_000n + number;
  return whole % 97n === BigInt(text.slice(10));
}
