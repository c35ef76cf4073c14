import { Alert } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { refusalText } from '../../ui/problem-text.ts';

/** What banking made of a statement that was passed to it: its statements, or why it was refused. */
export function PassedTo({ document: { passedTo } }: { readonly document: Schemas['Document'] }) {
  const t = useT();
  if (!passedTo) return null;
  const { state, statementIds, error } = passedTo;
  const why = error?.params?.why;
  if (error)
    return (
      <Alert color="red" role="alert" title={t('banking.upload.refused')}>
        {why ? t(`banking.faults.${why}` as 'banking.faults.empty', { defaultValue: refusalText(error) ?? '' }) : refusalText(error)}
      </Alert>
    );
  return (
    <ul>
      {statementIds.map((id) => (
        <li key={id}>
          <Link to={`/banking/statements/${id}` as never}>{t('banking.upload.statement')}</Link>
        </li>
      ))}
      {state !== 'done' && <li>{t('documents.pass.underWay')}</li>}
    </ul>
  );
}
