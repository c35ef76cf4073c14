import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { MAX_FILE_BYTES } from '#domain/sales/imports/import.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconFileUpload } from '../../ui/icons.ts';
import styles from './import.module.css';

interface Props {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
  readonly disabled: boolean;
}

/** Where a file is dropped, or chosen with the button in it. What is wrong with a file is said by the one who looks into it. */
export function FileDrop({ file, onFile, disabled }: Props) {
  const t = useT();
  const { megabytes, whole } = useFormats();
  const open = useRef<() => void>(null);
  const size = file && (file.size < 104_858 ? t('imports.new.bytes', { count: file.size, size: whole(file.size) }) : megabytes(file.size));
  return (
    <Dropzone
      openRef={open}
      onDrop={([first]) => first && onFile(first)}
      multiple={false}
      disabled={disabled}
      // The button inside does it: one thing to tab to, with a name.
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      tabIndex={-1}
      className={styles.drop}
      inputProps={{ 'aria-label': t('imports.new.choose') }}
    >
      <IconFileUpload size={34} stroke={1.4} aria-hidden />
      {file ? (
        <p>
          <b>{file.name}</b> <span className="dimmed">{size}</span>
        </p>
      ) : (
        <p>{t('imports.new.drop')}</p>
      )}
      <p>
        <Button variant="default" onClick={() => open.current?.()} disabled={disabled} data-autofocus>
          {t(file ? 'imports.new.another' : 'imports.new.choose')}
        </Button>
      </p>
      <p className="dimmed">{t('imports.new.limits', { size: `${whole(MAX_FILE_BYTES / 1_000_000)} MB` })}</p>
    </Dropzone>
  );
}
