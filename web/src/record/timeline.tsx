import { $api } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import styles from './record.module.css';
import { Section } from './record-page.tsx';

/** Who did what with the record, and when: its audit trail, newest first. */
export function Timeline({ id }: { readonly id: string }) {
  const t = useT();
  const { moment } = useFormats();
  const nameOf = (field: string) => t(`records.fields.${field}` as 'records.fields.name', { defaultValue: field });
  const story = $api.useQuery('get', '/audit', { params: { query: { record: id } } });
  return (
    <Section title={t('records.timeline')}>
      <ProblemNote error={story.error} />
      <ol className={styles.timeline}>
        {[...(story.data?.steps ?? [])].reverse().map(({ rev, at, by, action, was }) => (
          <li key={rev}>
            <b>{t(`records.did.${action}` as 'records.did.placeOrder', { defaultValue: action })}</b>
            <small>
              {by === 'workflow' ? t('records.byWorkflow') : by} · <time dateTime={at}>{moment(at)}</time>
            </small>
            {was && <small>{t('records.was', { fields: Object.keys(was).map(nameOf).join(', ') })}</small>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
