/** Dimensions of a line as a form holds them: `centre=MAD,project=P1`. Names and values are codes without either sign. */
export const dimensionText = (dimensions: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(dimensions ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(',');

/** The values alone, as documents show them: `MAD · P1`. */
export const valuesText = (dimensions: Readonly<Record<string, string>> | undefined): string => Object.values(dimensions ?? {}).join(' · ');

/** As the API takes them; nothing where there are none, as in what a browser kept of an earlier version. */
export function dimensionsIn(text = ''): { dimensions?: Record<string, string> } {
  const pairs = text.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)] as const] : [];
  });
  return pairs.length > 0 ? { dimensions: Object.fromEntries(pairs) } : {};
}
