import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly member: Schemas['Member'];
  readonly onClose: () => void;
}
type Path = '/members/{memberId}/invitation' | '/members/{memberId}/removal' | '/members/{memberId}/return';

interface StepProps extends Props {
  readonly step: 'resend' | 'remove' | 'return';
  readonly path: Path;
  readonly danger?: boolean;
}

/** A step that has no fields: what it does is said, and confirmed. */
function Step({ member: { id, email }, onClose, step, path, danger = false }: StepProps) {
  const t = useT();
  return (
    <ActionDialog
      title={t(`members.${step}.title`, { email })}
      confirm={t(`members.${step}.action`)}
      danger={danger}
      tries={false}
      size="md"
      onClose={onClose}
      input={id}
      run={({ key }) => api.POST(path, { params: { path: { memberId: id }, header: { 'Idempotency-Key': key } } }).then(dataOf)}
      done={() => t(`members.${step}.done`, { email })}
    >
      <p>{t(`members.${step}.text`)}</p>
    </ActionDialog>
  );
}

/** Another temporary password by mail. */
export const ResendInvitation = (props: Props) => <Step {...props} step="resend" path="/members/{memberId}/invitation" />;
/** No sign-in and no new token any more. */
export const RemoveMember = (props: Props) => <Step {...props} step="remove" path="/members/{memberId}/removal" danger />;
/** Back in, with the roles of before. */
export const ReturnMember = (props: Props) => <Step {...props} step="return" path="/members/{memberId}/return" />;
