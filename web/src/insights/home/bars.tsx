import { barsOf } from './arithmetic.ts';
import styles from './home.module.css';

const HEIGHT = 40;
const STEP = 8;

/** A small drawing of how something went; its words say the same to who does not see it. */
export function Bars({ values, words }: { readonly values: readonly number[]; readonly words: string }) {
  const width = values.length * STEP;
  return (
    <svg role="img" aria-label={words} viewBox={`0 0 ${width} ${HEIGHT + 2}`} preserveAspectRatio="none" className={styles.bars}>
      {barsOf(values, HEIGHT).map(({ y, height, below }, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
          key={index}
          x={index * STEP + 1}
          y={y + 1}
          width={STEP - 2}
          height={Math.max(height, 1)}
          data-below={below || undefined}
          data-none={height === 0 || undefined}
        />
      ))}
    </svg>
  );
}
