import type { ReactNode } from 'react';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly title: string;
  readonly text?: string;
  /** Level of the heading: 1 where it stands for the whole page. */
  readonly level?: 1 | 2;
  /** The first step from here. */
  readonly children?: ReactNode;
}

/** What stands where there is nothing to show: why, and what to do about it. */
export function Notice({ title, text, level = 2, children }: NoticeProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.notice}>
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {children && <div className={styles.steps}>{children}</div>}
    </div>
  );
}
