/** A family of fonts and what it is loaded for; undefined is always needed. Its files are paths within packages. */
export interface Family {
  readonly name: string;
  readonly files: readonly string[];
  readonly of: RegExp | undefined;
}

const files = (slug: string, name: string, ...weights: string[]): string[] =>
  weights.map((weight) => `@expo-google-fonts/${slug}/${weight}/${name}_${weight}.ttf`);

/**
 * In the order that a letter is looked for. Noto Sans has Latin, Greek, Cyrillic and Devanagari letters; the Chinese one,
 * ten megabytes and so in one weight, those of Japan as well, signs and arrows. Arabic is not Noto's: that draws a letter
 * and its dots apart, and a reader that takes the text out of the file finds it twice.
 */
export const FAMILIES: readonly Family[] = [
  { name: 'Noto Sans', files: files('noto-sans', 'NotoSans', '400Regular', '600SemiBold'), of: undefined },
  { name: 'Vazirmatn', files: files('vazirmatn', 'Vazirmatn', '400Regular', '600SemiBold'), of: /\p{Script=Arabic}/u },
  { name: 'Noto Sans Hebrew', files: files('noto-sans-hebrew', 'NotoSansHebrew', '400Regular', '600SemiBold'), of: /\p{Script=Hebrew}/u },
  {
    name: 'Noto Sans SC',
    files: files('noto-sans-sc', 'NotoSansSC', '400Regular'),
    of: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2190-\u2bff\u3000-\u303f\uff00-\uffef]/u,
  },
];
