import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

/** The statements that a file has brought, each with how many of its lines are new. */
export function TakenStatements({ file: { statements } }: { readonly file: Schemas['BankFile'] }) {
  const t = useT();
  return (
    <div role="status">
      {statements.map((statement) => (
        <p key={statement.statementId}>
          <Link to={`/banking/statements/${statement.statementId}` as never}>{t('banking.upload.statement')}</Link>{' '}
          {statement.same && statement.already === statement.lines
            ? t('banking.upload.same')
            : t('banking.upload.taken', { count: statement.lines - statement.already, already: statement.already })}
        </p>
      ))}
    </div>
  );
}
