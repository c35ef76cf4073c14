import type { IconName, Tone } from '#kernel/record.ts';

/** What the console knows of a kind of record, or of what has ids of its own inside records. */
export interface KindInfo {
  readonly kind: string;
  readonly letter?: string;
  readonly series?: readonly string[];
  readonly screen?: string;
  readonly shownAs?: string;
  readonly icon?: IconName;
  readonly tones?: Readonly<Record<string, Tone>>;
  readonly posts?: true;
}
