import { Link, useParams } from '@tanstack/react-router';
import { post, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ChangeDialog, HandOverDialog, TakeBackDialog } from './equipment-dialogs.tsx';

type Equipment = Schemas['Equipment'];

/** A thing: who has it, and who had it before. */
export function Screen() {
  const t = useT();
  const { equipmentId } = useParams({ strict: false }) as { equipmentId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/equipment/{equipmentId}', { params: { path: { equipmentId } } })}
      parent={{ to: '/people/equipment', label: t('menu.equipment') }}
      title={({ name }) => name}
      subtitle={({ number }) => number}
      actions={({ state }) => [
        {
          ...{ id: 'handOver', label: t('equipment.handOver'), needs: 'handOverEquipment', primary: state === 'available' },
          dialog: (one, onClose) => <HandOverDialog equipment={one} onClose={onClose} />,
        },
        {
          ...{ id: 'takeBack', label: t('equipment.takeBack'), needs: 'takeBackEquipment', primary: state === 'handed-over' },
          dialog: (one, onClose) => <TakeBackDialog equipment={one} onClose={onClose} />,
        },
        {
          ...{ id: 'change', label: t('equipment.change'), needs: 'patchEquipment' },
          dialog: (one, onClose) => <ChangeDialog equipment={one} onClose={onClose} />,
        },
        {
          ...{ id: 'retire', label: t('equipment.retire'), needs: 'retireEquipment', danger: true },
          step: ({ id }) =>
            step(post('/equipment/{equipmentId}/retirement', { equipmentId: id }), {
              ...{ title: t('equipment.retire'), confirm: t('equipment.retire'), danger: true },
              fields: { reason: {} },
              done: () => t('equipment.retired'),
            }),
        },
      ]}
    >
      {(one) => (
        <>
          <About equipment={one} />
          <Holdings equipmentId={one.id} />
        </>
      )}
    </DocumentPage>
  );
}

function About({ equipment }: { readonly equipment: Equipment }) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const { type, number, employeeId, holder, since, condition, assetId, note, retired } = equipment;
  return (
    <Section title={t('equipment.about')}>
      <Facts
        facts={[
          [t('equipment.type'), t(`equipment.types.${type}`)],
          [t('equipment.number'), number],
          [t('equipment.holder'), employeeId && <Link to={`/people/employees/${employeeId}` as never}>{holder}</Link>],
          [t('equipment.since'), since && date(since)],
          [t('equipment.condition'), condition],
          [
            t('equipment.asset'),
            assetId && can('getFixedAsset') && <Link to={`/assets/${assetId}` as never}>{t('equipment.assetChosen')}</Link>,
          ],
          [t('equipment.note'), note],
          [t('equipment.retiredOn'), retired && date(retired.on)],
          [t('actions.reason'), retired?.reason],
        ]}
      />
    </Section>
  );
}

/** Who had it, the last first. */
function Holdings({ equipmentId }: { readonly equipmentId: string }) {
  const t = useT();
  const { date } = useFormats();
  const { data, error } = $api.useQuery('get', '/equipment/{equipmentId}/holdings', {
    params: { path: { equipmentId }, query: { limit: '100' } },
  });
  const items = data?.items ?? [];
  return (
    <Section title={t('equipment.holdings')}>
      <ProblemNote error={error} />
      {data && items.length === 0 && <p>{t('equipment.never')}</p>}
      {items.length > 0 && (
        <RowsTable
          rows={items}
          columns={[
            [t('equipment.from'), ({ from }) => date(from), 'nowrap'],
            [t('equipment.until'), ({ until }) => until && date(until), 'nowrap'],
            [t('equipment.holder'), ({ employeeId, holder }) => <Link to={`/people/employees/${employeeId}` as never}>{holder}</Link>],
            [t('equipment.condition'), ({ condition }) => condition],
            [t('equipment.conditionBack'), ({ conditionBack }) => conditionBack],
          ]}
        />
      )}
    </Section>
  );
}
