import { Alert } from '@mantine/core';
import { useT } from '../../i18n/i18n.ts';
import type { FileFault } from './file-check.ts';
import styles from './import.module.css';

/** Why a file is not sent, and what to do about it. */
export function FaultNote({ fault, profile }: { readonly fault: FileFault; readonly profile: string }) {
  const t = useT();
  return (
    <Alert color="red" className={styles.alert ?? ''} role="alert" title={t(`imports.faults.${fault.code}.title`)}>
      {t(`imports.faults.${fault.code}.text`)}
      {fault.code === 'columns' && fault.twice && <p>{t('imports.new.twice', { twice: fault.twice.join(', ') })}</p>}
      {fault.code === 'columns' && fault.missing.length > 0 && (
        <p>
          {t('imports.new.missing', {
            profile: t(`imports.profiles.${profile}` as 'imports.profile'),
            missing: fault.missing.join(', '),
            found: fault.found.slice(0, 12).join(', '),
          })}
        </p>
      )}
    </Alert>
  );
}
