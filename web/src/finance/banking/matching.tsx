import { Button, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './banking.module.css';
import { LineMatch } from './line-match.tsx';
import { useMatching, type WaitingLine } from './use-matching.ts';

/** Lines of a bank on the left, what each might be on the right: from one to the next without the mouse. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.bankMatching'));
  const navigate = useNavigate();
  const { account } = useSearch({ strict: false }) as { readonly account?: string };
  const { data } = $api.useQuery('get', '/banking/accounts', { params: { query: { limit: 100 } } });
  const accounts = data?.items ?? [];
  const chosen = accounts.find(({ id }) => id === account) ?? accounts.find(({ openLines }) => openLines > 0) ?? accounts[0];
  const choose = (id: string | null) => id && void navigate({ to: '/banking/matching', search: { account: id } } as never);
  return (
    <article className={record.record}>
      <h1>{t('menu.bankMatching')}</h1>
      {data && accounts.length === 0 && <NoAccounts />}
      {chosen && (
        <>
          <Select
            label={t('banking.statements.account')}
            data={accounts.map(({ id, name, openLines }) => ({ value: id, label: `${name} (${openLines})` }))}
            value={chosen.id}
            onChange={choose}
            allowDeselect={false}
            className={styles.account ?? ''}
          />
          <Matching key={chosen.id} bankAccountId={chosen.id} />
        </>
      )}
    </article>
  );
}

function NoAccounts() {
  const t = useT();
  return (
    <div className={styles.empty}>
      <p>{t('banking.accounts.empty.text')}</p>
      <Button component={Link} to={'/banking/accounts/new' as never}>
        {t('banking.accounts.new')}
      </Button>
    </div>
  );
}

function Matching({ bankAccountId }: { readonly bankAccountId: string }) {
  const t = useT();
  const matching = useMatching(bankAccountId);
  const { lines, line, at, go, undo, putAside, busy, canUndo, fault, isRead } = matching;
  useHotkeys([
    ['ArrowDown', () => go(at + 1)],
    ['ArrowUp', () => go(at - 1)],
    ['z', () => void undo()],
    ['x', () => void putAside()],
  ]);
  const undoing = (
    <Button variant="default" onClick={() => void undo()} disabled={!canUndo || busy}>
      {t('banking.matching.undo')} <kbd>Z</kbd>
    </Button>
  );
  if (!isRead) return <ProblemNote error={fault} />;
  if (!line)
    return (
      <div className={styles.empty}>
        <ProblemNote error={fault} />
        <p role="status">{t('banking.matching.empty')}</p>
        <Button component={Link} to={'/banking/statements/new' as never}>
          {t('banking.statements.new')}
        </Button>
        {undoing}
      </div>
    );
  return (
    <>
      <p className="dimmed">{t('banking.matching.keys')}</p>
      <div className={styles.both}>
        <section aria-label={t('banking.matching.lines')}>
          <ol className={styles.lines}>
            {lines.map((each, i) => (
              <li key={each.id}>
                <LineButton line={each} current={i === at} onClick={() => go(i)} />
              </li>
            ))}
          </ol>
          {undoing}{' '}
          <Button variant="default" onClick={() => void putAside()} disabled={busy}>
            {t('banking.matching.putAside')} <kbd>X</kbd>
          </Button>
        </section>
        <section aria-label={t('banking.matching.candidates')}>
          <ProblemNote error={fault} />
          <LineMatch key={line.id} line={line} busy={busy} onMatch={(parts) => void matching.match(parts)} />
        </section>
      </div>
    </>
  );
}

interface LineProps {
  readonly line: WaitingLine;
  readonly current: boolean;
  readonly onClick: () => void;
}

/** One line of the bank. The one that is looked at is kept in sight. */
function LineButton({ line, current, onClick }: LineProps) {
  const { money, date } = useFormats();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <button type="button" ref={button} className={styles.line} data-line aria-current={current || undefined} onClick={onClick}>
      <span className="nowrap">{date(line.date)}</span>
      <span className={styles.told}>{[line.partyName, line.text].filter(Boolean).join(' · ')}</span>
      <span className="amount">{money(line.amount)}</span>
    </button>
  );
}
