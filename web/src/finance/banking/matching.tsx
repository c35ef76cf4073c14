import { Alert, Button, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './banking.module.css';
import { LineMatch } from './line-match.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { useMatching } from './use-matching.ts';
import { type QueueFilter, useAskedFor, type WaitingLine } from './use-queue.ts';

/** Lines of a bank on the left, what each might be on the right: from one to the next without the mouse. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.bankMatching'));
  const navigate = useNavigate();
  const { account, line } = useSearch({ strict: false }) as { readonly account?: string; readonly line?: string };
  const asked = useAskedFor(line);
  const { data } = $api.useQuery('get', '/banking/accounts', { params: { query: { limit: 100 } } });
  const accounts = data?.items ?? [];
  const told = account ?? asked.line?.bankAccountId;
  const chosen = accounts.find(({ id }) => id === told) ?? accounts.find(({ openLines }) => openLines > 0) ?? accounts[0];
  const choose = (id: string | null) => id && void navigate({ to: '/banking/matching', search: { account: id } } as never);
  return (
    <article className={record.record}>
      <h1>{t('menu.bankMatching')}</h1>
      {data && accounts.length === 0 && <NoAccounts />}
      {chosen && (line === undefined || told !== undefined || asked.error !== null) && (
        <>
          <Select
            label={t('banking.statements.account')}
            data={accounts.map(({ id, name, openLines }) => ({ value: id, label: `${name} (${openLines})` }))}
            value={chosen.id}
            onChange={choose}
            allowDeselect={false}
            className={styles.account ?? ''}
          />
          <Link to={'/banking/lines' as never} search={{ bankAccountId: chosen.id } as never}>
            {t('banking.lines.all')}
          </Link>
          <Matching key={`${chosen.id} ${line ?? ''}`} bankAccountId={chosen.id} askedId={line} />
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

interface MatchingProps {
  readonly bankAccountId: string;
  /** The line that somebody came for. */
  readonly askedId: string | undefined;
}

function Matching({ bankAccountId, askedId }: MatchingProps) {
  const t = useT();
  const [filter, setFilter] = useState<QueueFilter>({});
  const matching = useMatching(bankAccountId, filter, askedId);
  const { line, at, go, undo, putAside, busy, canUndo, fault, isRead, askedFor } = matching;
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
  return (
    <>
      {askedFor && askedFor.state !== 'open' && (
        <Alert color="yellow">
          {t('banking.matching.notOpen')} <Link to={`/banking/lines/${askedFor.id}` as never}>{t('bankLines.one', askedFor)}</Link>
        </Alert>
      )}
      <QueueFilters onChange={setFilter} />
      {!isRead && <ProblemNote error={fault} />}
      {isRead && !line && <NothingWaits fault={fault} isNarrowed={Object.keys(filter).length > 0} undoing={undoing} />}
      {line && (
        <>
          <p className="dimmed">{t('banking.matching.keys')}</p>
          <div className={styles.both}>
            <section aria-label={t('banking.matching.lines')}>
              <LineQueue matching={matching} />
              {undoing}{' '}
              <Button variant="default" onClick={() => void putAside()} disabled={busy}>
                {t('banking.matching.putAside')} <kbd>X</kbd>
              </Button>
            </section>
            <section aria-label={t('banking.matching.candidates')}>
              <ProblemNote error={fault} />
              <LineMatch
                key={line.id}
                line={line}
                busy={busy}
                fault={matching.faultOf(line)}
                onMatch={(parts, terms) => void matching.match(parts, terms)}
              />
            </section>
          </div>
        </>
      )}
    </>
  );
}

interface NothingProps {
  readonly fault: unknown;
  /** Nothing of what the filter takes. */
  readonly isNarrowed: boolean;
  readonly undoing: ReactNode;
}

function NothingWaits({ fault, isNarrowed, undoing }: NothingProps) {
  const t = useT();
  return (
    <div className={styles.empty}>
      <ProblemNote error={fault} />
      <p role="status">{t(isNarrowed ? 'banking.matching.noneOfFilter' : 'banking.matching.empty')}</p>
      {!isNarrowed && (
        <Button component={Link} to={'/banking/statements/new' as never}>
          {t('banking.statements.new')}
        </Button>
      )}
      {undoing}
    </div>
  );
}

/** The lines that wait, as far as they are read. */
function LineQueue({ matching: { lines, at, go, hasMore, more } }: { readonly matching: ReturnType<typeof useMatching> }) {
  const t = useT();
  return (
    <ol className={styles.lines}>
      {lines.map((each, i) => (
        <li key={each.id}>
          <LineButton line={each} current={i === at} among={lines.length} onClick={() => go(i)} />
        </li>
      ))}
      {hasMore && (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={more}>
            {t('banking.matching.more')}
          </Button>
        </li>
      )}
    </ol>
  );
}

interface LineProps {
  readonly line: WaitingLine;
  readonly current: boolean;
  /** How many there are: those that come later may push it out of sight. */
  readonly among: number;
  readonly onClick: () => void;
}

/** One line of the bank. The one that is looked at is kept in sight. */
function LineButton({ line, current, among, onClick }: LineProps) {
  const { money, date } = useFormats();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current && among > 0) button.current?.scrollIntoView({ block: 'nearest' });
  }, [current, among]);
  return (
    <button type="button" ref={button} className={styles.line} data-line aria-current={current || undefined} onClick={onClick}>
      <span className="nowrap">{date(line.date)}</span>
      <span className={styles.told}>{[line.partyName, line.text].filter(Boolean).join(' · ')}</span>
      <span className="amount">{money(line.amount)}</span>
    </button>
  );
}
