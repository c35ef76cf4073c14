import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { useCan } from '../session/session.ts';
import { hrefOf, iconOf } from './kinds.ts';
import styles from './record.module.css';
import { Section } from './record-page.tsx';

export interface LinkedDocument {
  readonly id: string;
  /** `invoice`, `receipt`: names the icon. */
  readonly kind: string;
  readonly label: string;
  /** Where it is shown, where its id does not tell. */
  readonly href?: string;
  readonly note?: ReactNode;
}

/** The documents that came of this one, or that it came of. */
export function LinkedDocuments({ documents }: { readonly documents: readonly LinkedDocument[] }) {
  const t = useT();
  const can = useCan();
  const shown = documents.filter(({ kind }) => kind !== 'journal-entry' || can('getEntry'));
  if (shown.length === 0) return null;
  return (
    <Section title={t('records.linked')}>
      <ul className={styles.links}>
        {shown.map(({ id, kind, label, href = hrefOf(id), note }) => {
          const Icon = iconOf(kind);
          return (
            <li key={id}>
              {Icon && <Icon size={17} stroke={1.7} aria-hidden />}
              {href ? <Link to={href as never}>{label}</Link> : <span>{label}</span>}
              <span>{note}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
