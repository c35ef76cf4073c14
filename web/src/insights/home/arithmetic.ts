/** How much more than before, as a share of it in hundredths (`'12.5'`); `undefined` where there was nothing before. */
export function growth(now: string, before: string): string | undefined {
  const base = Number(before);
  if (base <= 0) return undefined;
  return (((Number(now) - base) / base) * 100).toFixed(Math.abs(Number(now) - base) >= base ? 0 : 1);
}

/** Heights of bars from 0 to `height` of values that may be below zero; the greatest fills it. */
export function barsOf(
  values: readonly number[],
  height: number,
): readonly { readonly y: number; readonly height: number; readonly below: boolean }[] {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const scale = top === bottom ? 0 : height / (top - bottom);
  const zero = top * scale;
  return values.map((value) => {
    const tall = Math.abs(value) * scale;
    return { y: value >= 0 ? zero - tall : zero, height: tall, below: value < 0 };
  });
}
