/** An amount as people type it in either language, as the API takes it: `-5.000,00` and `-5,000.00` are `-5000.00`; undefined where it is none. */
export function plainAmount(typed: string): string | undefined {
  const text = typed.trim().replaceAll(/\s/g, '');
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const hasCents = last >= 0 && text.length - last - 1 <= 2;
  const whole = (hasCents ? text.slice(0, last) : text).replaceAll(/[.,]/g, '');
  const amount = hasCents ? `${whole}.${text.slice(last + 1)}` : whole;
  return /^-?\d{1,10}(\.\d{1,2})?$/.test(amount) && Number(amount) !== 0 ? amount : undefined;
}
