import * as z from 'zod/mini';

/** A colour as `#0f5b5c`. */
export const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0f5b5c'));
export type Colour = z.output<typeof Colour>;

/** How well one colour stands out from another, from 1 (not at all) to 21 (black on white): WCAG 2.2, contrast ratio. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2), from 0 to 1. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
