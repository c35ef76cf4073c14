import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

type Match = Schemas['BankLineRow']['match'];

/** Who matched a line, in words: a person, a rule, or the engine with how sure it was and why. */
export function MatchedBy({ match }: { readonly match?: Match | undefined }) {
  const t = useT();
  if (!match) return null;
  const { how, by, rule, version = 1, score = 0, reasons = [] } = match;
  if (how === 'person') return <small className="dimmed">{t('bankRules.matchedBy.person', { by })}</small>;
  const why = reasons.map((code) => t(`bankRules.because.${code}` as 'bankRules.because.amount_equal')).join(', ');
  return (
    <small className="dimmed">
      {how === 'engine' || !rule ? (
        t('bankRules.matchedBy.engine', { score: String(score), why })
      ) : (
        <Link to={`/banking/rules/${rule}` as never}>{t('bankRules.matchedBy.rule', { version: String(version) })}</Link>
      )}
    </small>
  );
}
