import { Button } from '@mantine/core';
import { type DragEvent, useRef } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { IconCamera, IconFileUpload } from '../../ui/icons.ts';
import styles from './documents.module.css';
import type { FileQueue } from './file-queue.ts';

/** Buttons that take files: chosen, dropped on them, or, where there is a camera in the hand, photographed. */
export function DocumentDrop({ sending: { files, send } }: { readonly sending: FileQueue }) {
  const t = useT();
  const can = useCan();
  const busy = files.some(({ state }) => state === 'waiting' || state === 'sending');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    send([...event.dataTransfer.files]);
  };
  if (!can('createDocument')) return null;
  return (
    <>
      <FileButton label={t('documents.photo')} icon={<IconCamera size={18} aria-hidden />} accept="image/*" camera onFiles={send} />
      <FileButton label={t('documents.add')} icon={<IconFileUpload size={18} aria-hidden />} busy={busy} onFiles={send} onDrop={drop} />
    </>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
  readonly accept?: string;
  /** Opens the camera at once; it is seen where there is one at the back. */
  readonly camera?: boolean;
  readonly busy?: boolean;
  readonly onDrop?: (event: DragEvent) => void;
}

function FileButton({ label, icon, onFiles, accept, camera = false, busy = false, onDrop }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
        {...(accept ? { accept } : {})}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button
        {...(camera ? { className: styles.camera, variant: 'default' } : {})}
        leftSection={icon}
        loading={busy}
        {...(onDrop ? { onDrop, onDragOver: (event: DragEvent) => event.preventDefault() } : {})}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
