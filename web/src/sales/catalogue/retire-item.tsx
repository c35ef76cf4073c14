import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

/** Takes an item out of the catalogue, or puts it back; nothing of it is lost. */
export function RetireItemDialog({ item, onClose }: { readonly item: Schemas['Item']; readonly onClose: () => void }) {
  const t = useT();
  const active = !item.active;
  const kind = active ? 'restore' : 'retire';
  return (
    <ActionDialog
      title={t(`items.${kind}.title`, { code: item.code })}
      confirm={t(`items.${kind}.action`)}
      danger={!active}
      onClose={onClose}
      input={active}
      tries={false}
      run={() => api.PATCH('/items/{itemId}', { params: { path: { itemId: item.id } }, body: { active } }).then(dataOf)}
      done={() => t(`items.${kind}.done`, { code: item.code })}
    >
      <p>{t(`items.${kind}.text`)}</p>
    </ActionDialog>
  );
}
