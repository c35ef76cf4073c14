import { post, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

/** Nothing came, or the rest of it will not: it is no longer expected. */
export function cancelReturn({ id, number, receipts }: Schemas['Return'], t: ReturnType<typeof useT>) {
  const some = receipts.length > 0;
  return step(post('/returns/{returnId}/cancellation', { returnId: id }), {
    title: t(some ? 'returns.cancel.restTitle' : 'returns.cancel.title', { number }),
    confirm: t(some ? 'returns.cancel.rest' : 'returns.cancel.action'),
    danger: true,
    fields: { reason: {} },
    says: t(some ? 'returns.cancel.restText' : 'returns.cancel.text'),
    done: () => t('returns.cancel.done', { number }),
  });
}
