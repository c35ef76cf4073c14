import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

type Dimension = Schemas['Dimension'];

/** `MAD Madrid`, a value a line; one that is used no more has a minus before it. */
const linesOf = (values: Dimension['values']): string =>
  values.map(({ code, name, active }) => `${active ? '' : '-'}${code} ${name}`).join('\n');

const valuesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const active = !line.startsWith('-');
      const [code = '', ...name] = (active ? line : line.slice(1).trim()).split(/\s+/);
      return { code, name: name.join(' ') || code, active };
    });

/** A dimension with its values; the code of one that is there stays. */
export function DimensionDialog({ dimension, onClose }: { readonly dimension: Dimension | undefined; readonly onClose: () => void }) {
  const t = useT();
  const [code, setCode] = useState(dimension?.code ?? '');
  const [name, setName] = useState(dimension?.name ?? '');
  const [text, setText] = useState(linesOf(dimension?.values ?? []));
  const body = { name, values: valuesIn(text) };
  const lacking = code.trim() === '' || name.trim() === '' || body.values.length === 0;
  return (
    <ActionDialog
      title={dimension ? t('analysis.edit.title', { name: dimension.name }) : t('analysis.new')}
      confirm={t('analysis.edit.save')}
      tries={false}
      onClose={onClose}
      input={{ code, ...body }}
      incomplete={lacking ? t('analysis.edit.lacking') : undefined}
      run={() => api.PUT('/dimensions/{dimension}', { params: { path: { dimension: code.trim() } }, body }).then(dataOf)}
      done={() => t('analysis.edit.done', { name })}
    >
      {!dimension && (
        <TextInput
          label={t('analysis.code')}
          description={t('analysis.codeHint')}
          value={code}
          maxLength={30}
          onChange={(event) => setCode(event.currentTarget.value)}
          required
          data-autofocus
        />
      )}
      <TextInput label={t('analysis.name')} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} required />
      <Textarea
        label={t('analysis.values')}
        description={t('analysis.valuesHint')}
        value={text}
        autosize
        minRows={5}
        onChange={(event) => setText(event.currentTarget.value)}
        required
      />
    </ActionDialog>
  );
}
