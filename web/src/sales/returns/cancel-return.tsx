import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { ReasonField } from '../../form/reason-and-date.tsx';
import { useT } from '../../i18n/i18n.ts';

/** Nothing came, or the rest of it will not: it is no longer expected. */
export function CancelReturnDialog({ ret, onClose }: { readonly ret: Schemas['Return']; readonly onClose: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const body = { reason: reason.trim() };
  const some = ret.receipts.length > 0;
  return (
    <ActionDialog
      title={t(some ? 'returns.cancel.restTitle' : 'returns.cancel.title', { number: ret.number })}
      confirm={t(some ? 'returns.cancel.rest' : 'returns.cancel.action')}
      danger
      onClose={onClose}
      input={body}
      incomplete={body.reason ? undefined : t('actions.reasonNeeded')}
      run={(how) =>
        api.POST('/returns/{returnId}/cancellation', { params: { path: { returnId: ret.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={() => <p>{t(some ? 'returns.cancel.restText' : 'returns.cancel.text')}</p>}
      done={() => t('returns.cancel.done', { number: ret.number })}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
