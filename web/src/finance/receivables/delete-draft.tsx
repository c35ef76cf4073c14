import { useNavigate } from '@tanstack/react-router';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

/** A draft that nobody wants. It had no number of the series, so none is missing. */
export function DeleteDraftDialog({ draft, onClose }: { readonly draft: Schemas['Draft']; readonly onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <ActionDialog
      title={t('billing.drafts.delete.title', { number: draft.number })}
      confirm={t('billing.drafts.delete.action')}
      danger
      onClose={onClose}
      input={draft.id}
      tries={false}
      run={() => api.DELETE('/invoice-drafts/{draftId}', { params: { path: { draftId: draft.id } } }).then(dataOf)}
      done={() => t('billing.drafts.delete.done', { number: draft.number })}
      onDone={() => void navigate({ to: '/invoice-drafts' as never })}
    >
      <p>{t('billing.drafts.delete.text')}</p>
    </ActionDialog>
  );
}
