import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { NEUTRAL_LAYOUT } from '#domain/finance/advisers/layout.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { columnsOf, textOfColumns } from './layout-text.ts';

type Adviser = Schemas['Adviser'];
type Layout = NonNullable<Adviser['layout']>;
const FORMATS = ['neutral', 'csv', 'fixed', 'xlsx'] as const;
const DATES = ['dd/mm/yyyy', 'yyyy-mm-dd', 'ddmmyyyy', 'yyyymmdd', 'ddmmyy'] as const;

/** What is typed of a layout. */
interface Typed extends Omit<Layout, 'format' | 'columns'> {
  readonly format: (typeof FORMATS)[number];
  readonly columns: string;
}
const EMPTY: Layout = { ...(NEUTRAL_LAYOUT as Layout), columns: [], source: '', sheet: 'APU' };
const typedOf = (layout: Layout | undefined): Typed => ({
  ...(layout ?? EMPTY),
  format: layout?.format ?? 'neutral',
  columns: textOfColumns(layout?.columns ?? []),
});

/** The layout that the firm's program reads, by the firm's own word. */
export function LayoutDialog({ adviser, onClose }: { readonly adviser: Adviser; readonly onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState(() => typedOf(adviser.layout));
  const { format, columns, ...rest } = typed;
  const told = columnsOf(columns);
  const layout = format === 'neutral' ? null : { ...rest, format, columns: told };
  const missing =
    told.length < 3 ? t('advisers.layout.columnsNeeded') : rest.source.trim() === '' ? t('advisers.layout.sourceNeeded') : undefined;
  return (
    <ActionDialog
      title={t('advisers.layout.of', { name: adviser.name })}
      confirm={t('advisers.save')}
      tries={false}
      size="lg"
      onClose={onClose}
      input={layout}
      incomplete={layout === null ? undefined : missing}
      run={() => api.PATCH('/advisers/{adviserId}', { params: { path: { adviserId: adviser.id } }, body: { layout } }).then(dataOf)}
      done={() => t('advisers.layout.done')}
    >
      <p>{t('advisers.layout.text')}</p>
      <NativeSelect
        label={t('advisers.layout.format')}
        data={FORMATS.map((value) => ({
          value,
          label: value === 'neutral' ? t('advisers.layout.neutral') : t(`advisers.layout.formats.${value}`),
        }))}
        value={format}
        onChange={(event) => setTyped({ ...typed, format: event.currentTarget.value as Typed['format'] })}
        data-autofocus
      />
      {format !== 'neutral' && <LayoutFields typed={typed} onChange={(part) => setTyped({ ...typed, ...part })} />}
    </ActionDialog>
  );
}

function LayoutFields({ typed, onChange }: { readonly typed: Typed; readonly onChange: (part: Partial<Typed>) => void }) {
  const t = useT();
  const choices = [
    ['dates', DATES],
    ['decimal', [',', '.']],
    ['encoding', ['utf-8', 'windows-1252']],
  ] as const;
  return (
    <>
      <TextInput
        label={t('advisers.layout.source')}
        description={t('advisers.layout.sourceHint')}
        maxLength={200}
        value={typed.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
        required
      />
      <Textarea
        label={t('advisers.layout.columns')}
        description={t('advisers.layout.columnsHint')}
        autosize
        minRows={6}
        maxRows={16}
        value={typed.columns}
        onChange={(event) => onChange({ columns: event.currentTarget.value })}
        required
      />
      {choices.map(([field, data]) => (
        <NativeSelect
          key={field}
          label={t(`advisers.layout.${field}`)}
          data={[...data]}
          value={typed[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
      {typed.format === 'xlsx' && (
        <TextInput
          label={t('advisers.layout.sheet')}
          maxLength={31}
          value={typed.sheet}
          onChange={(event) => onChange({ sheet: event.currentTarget.value })}
        />
      )}
      <Checkbox
        label={t('advisers.layout.header')}
        checked={typed.header}
        onChange={(event) => onChange({ header: event.currentTarget.checked })}
      />
    </>
  );
}
