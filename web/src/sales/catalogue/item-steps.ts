import { step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

/** Takes an item out of the catalogue, or puts it back; nothing of it is lost. */
export function retireItem({ id, code, active }: Schemas['ItemRow'], t: ReturnType<typeof useT>) {
  const kind = active ? 'retire' : 'restore';
  return step(() => api.PATCH('/items/{itemId}', { params: { path: { itemId: id } }, body: { active: !active } }).then(dataOf), {
    title: t(`items.${kind}.title`, { code }),
    confirm: t(`items.${kind}.action`),
    danger: active,
    says: t(`items.${kind}.text`),
    done: () => t(`items.${kind}.done`, { code }),
  });
}
