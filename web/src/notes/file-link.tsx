import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../api/client.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import type { Attachment } from './activity.ts';

/** A file's name; of one that may be downloaded, what does it: by a link that is asked for then, and good for two minutes. */
export function FileLink({ file: { id, fileName, state } }: { readonly file: Attachment }) {
  const [fault, setFault] = useState<unknown>();
  if (state !== 'clean') return <span>{fileName}</span>;
  const download = () => {
    setFault(undefined);
    api
      .GET('/attachments/{attachmentId}/link', { params: { path: { attachmentId: id } } })
      .then((answer) => window.location.assign(dataOf(answer).url))
      .catch(setFault);
  };
  return (
    <>
      <Anchor component="button" type="button" onClick={download} ta="start" fz="inherit">
        {fileName}
      </Anchor>
      <ProblemNote error={fault} />
    </>
  );
}
