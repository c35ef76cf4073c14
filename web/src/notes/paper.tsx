import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { Section } from '../record/record-page.tsx';
import { useActivity } from './activity.ts';
import { isShownType, PaperFile } from './paper-file.tsx';

const linkOf = (attachmentId: string) => api.GET('/attachments/{attachmentId}/link', { params: { path: { attachmentId } } }).then(dataOf);

interface Props {
  readonly id: string;
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}

/** The paper of a record from among its files, beside what was entered of it. */
export function Paper({ id, shown, onShow }: Props) {
  const t = useT();
  const { data } = useActivity(id);
  const files = (data?.files ?? []).filter(({ state, contentType }) => state === 'clean' && isShownType(contentType));
  const [chosen, setChosen] = useState<string>();
  const file = files.find((each) => each.id === chosen) ?? files[0];
  return (
    <Section
      title={t('notes.paper.title')}
      printed={false}
      actions={
        file && (
          <Button variant="default" size="compact-md" aria-expanded={shown} onClick={() => onShow(!shown)}>
            {t(shown ? 'notes.paper.hide' : 'notes.paper.show')}
          </Button>
        )
      }
    >
      {data && !file && <p className="dimmed">{t('notes.paper.none')}</p>}
      {file && !shown && <p className="dimmed">{file.fileName}</p>}
      {file && shown && files.length > 1 && (
        <NativeSelect
          aria-label={t('notes.paper.which')}
          value={file.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={files.map(({ id: value, fileName }) => ({ value, label: fileName }))}
        />
      )}
      {file && shown && <PaperFile key={file.id} {...file} link={() => linkOf(file.id)} />}
    </Section>
  );
}
