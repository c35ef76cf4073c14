import * as z from 'zod/mini';
import { Colour, contrast } from '#kernel/colour.ts';
import { invalid } from '#kernel/errors.ts';

/** How a company's printed documents look, and in which language they are. What is absent is as {@link PLAIN} has it. */
export const PaperStyle = z.strictObject({
  language: z.optional(z.enum(['es', 'en'])),
  /** Title, total, and the band at the top. */
  accent: z.optional(Colour),
  /** Behind the total. */
  tint: z.optional(Colour),
});
export type PaperStyle = z.output<typeof PaperStyle>;

export const PLAIN = { language: 'es', accent: '#0f5b5c', tint: '#f2f6f6' } as const satisfies PaperStyle;
interface WholeStyle {
  readonly language: 'es' | 'en';
  readonly accent: Colour;
  readonly tint: Colour;
}
export const styleOf = (style: PaperStyle | undefined): WholeStyle => ({
  language: style?.language ?? PLAIN.language,
  accent: style?.accent ?? PLAIN.accent,
  tint: style?.tint ?? PLAIN.tint,
});

/** Text must stand out from what is behind it as much as WCAG 2.2 asks for at level AA (1.4.3). */
export const MIN_CONTRAST = 4.5;
const [PAPER, INK] = ['#ffffff', '#1b1f24'];

/** @throws DomainError `company.contrast` (400) where something printed in these colours could hardly be read. */
export function requireReadable(style: PaperStyle | undefined, within = 'body.paper'): void {
  const { accent, tint } = styleOf(style);
  for (const [field, text, behind] of [
    ['accent', accent, PAPER],
    ['tint', INK, tint],
    ['tint', accent, tint],
  ] as const) {
    // Rounded down: 4.49 is not enough.
    const ratio = Math.floor(contrast(text, behind) * 10) / 10;
    if (ratio < MIN_CONTRAST)
      throw invalid(
        'company.contrast',
        `Text in ${text} on ${behind} can hardly be read: its contrast is ${ratio} and must be ${MIN_CONTRAST} at least. Choose a darker text or a lighter ground.`,
        `${within}.${field}`,
        { text, behind, contrast: String(ratio), minimum: String(MIN_CONTRAST) },
      );
  }
}

export const LOGO_FORMATS = ['png', 'jpg', 'svg'] as const;
export const MAX_LOGO_BYTES = 512 * 1024;
/** Along each side. A small file may unfold into a picture that no function could hold. */
export const MAX_LOGO_PIXELS = 3000;

/** The logo that documents bear: which file of the company it is, and what it holds. */
export const Logo = z.object({
  file: z.string(),
  format: z.enum(LOGO_FORMATS),
});
export type Logo = Readonly<z.output<typeof Logo>>;

/** Where a company's logo is kept. Files are never replaced: a document bears the logo of its day. */
export const logoKey = (tenant: string, file: string): string => `${tenant}/logos/${file}`;
