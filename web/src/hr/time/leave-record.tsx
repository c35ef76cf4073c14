import { useParams } from '@tanstack/react-router';
import { post, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { Balance } from './new-leave.tsx';

type Leave = Schemas['Leave'];

/** One leave: who, when, by which article, and who decided. */
export function Screen() {
  const t = useT();
  const { date } = useFormats();
  const { leaveId } = useParams({ strict: false }) as { leaveId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/time/leave/{leaveId}', { params: { path: { leaveId } } })}
      parent={{ to: '/time/leave', label: t('menu.leave') }}
      title={({ name, kind }) => `${name}: ${t(`leave.kinds.${kind}`)}`}
      subtitle={({ from, to }) => (from === to ? date(from) : `${date(from)} – ${date(to)}`)}
      actions={({ state }) => [
        {
          ...{ id: 'approve', label: t('leave.approve.action'), needs: 'approveLeave' as const, primary: state === 'requested' },
          step: approve,
        },
        ...(['reject', 'withdraw', 'cancel', 'revoke'] as const).map((id) => ({
          ...{ id, label: t(`leave.${id}.action`), needs: `${id}Leave` as const, danger: true },
          step: (leave: Leave, words: Words) => end(id, leave, words),
        })),
      ]}
    >
      {(leave) => <Body leave={leave} />}
    </DocumentPage>
  );
}

const approve = ({ id, name }: Leave, { t }: Words) =>
  step(post('/time/leave/{leaveId}/approval', { leaveId: id }), {
    ...{ title: t('leave.approve.action'), confirm: t('leave.approve.action') },
    says: t('leave.approve.text', { name }),
    done: () => t('leave.approve.done'),
  });

function end(which: 'reject' | 'withdraw' | 'cancel' | 'revoke', { id, name }: Leave, { t }: Words) {
  const looks = {
    title: t(`leave.${which}.action`),
    confirm: t(`leave.${which}.action`),
    danger: true,
    done: () => t(`leave.${which}.done`),
  };
  const says = t(`leave.${which}.text`, { name });
  if (which === 'withdraw') return step(post('/time/leave/{leaveId}/withdrawal', { leaveId: id }), { ...looks, says });
  if (which === 'revoke')
    return step(post('/time/leave/{leaveId}/revocation', { leaveId: id }), { ...looks, says, fields: { reason: {} } });
  return which === 'reject'
    ? step(post('/time/leave/{leaveId}/rejection', { leaveId: id }), { ...looks, says, fields: { reason: {} } })
    : step(post('/time/leave/{leaveId}/cancellation', { leaveId: id }), { ...looks, says, fields: { reason: {} } });
}

function Body({ leave }: { readonly leave: Leave }) {
  const t = useT();
  const { date, decimal } = useFormats();
  const decision = (told: Leave['decided']) => told && [`${told.by}, ${date(told.on)}`, told.reason].filter(Boolean).join(': ');
  return (
    <Section title={t('leave.facts')}>
      <Facts
        facts={[
          [t('leave.kind'), `${t(`leave.kinds.${leave.kind}`)} (${leave.article})`],
          [t('leave.days'), decimal(leave.days)],
          [t('leave.half'), [leave.fromNoon && t('leave.fromNoon'), leave.untilNoon && t('leave.untilNoon')].filter(Boolean).join('; ')],
          [t('leave.note'), leave.note],
          [t('leave.requestedBy'), `${leave.requestedBy}, ${date(leave.requestedOn)}`],
          [t('leave.decided'), decision(leave.decided)],
          [t('leave.ended'), decision(leave.ended)],
        ]}
      />
      {leave.kind === 'holiday' && <Balance employeeId={leave.employeeId} year={leave.from.slice(0, 4)} />}
    </Section>
  );
}
