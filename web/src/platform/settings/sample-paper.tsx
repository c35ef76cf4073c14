import { Button, Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './settings.module.css';

interface Props {
  readonly style: NonNullable<Schemas['Company']['paper']>;
  /** The logo's file: another one is another sample. */
  readonly logo: string | undefined;
  /** Whether the colours can be read: else there is nothing to show. */
  readonly readable: boolean;
}

/** A page as it would be printed with what the fields say now. */
export function SamplePaper({ style, logo, readable }: Props) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const [settled] = useDebouncedValue(JSON.stringify(style), 400);
  const sample = useQuery({
    queryKey: ['sample-paper', settled, logo],
    queryFn: async ({ signal }) =>
      fileOf((await api.GET('/company/sample-paper', { signal, params: { query: JSON.parse(settled) as typeof style } })).data.pdf),
    enabled: shown && readable,
    placeholderData: (before) => before,
  });
  const address = useAddress(sample.data);
  return (
    <div className={styles.stack}>
      <Button variant="default" className={styles.start} aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'settings.paper.hideSample' : 'settings.paper.showSample')}
      </Button>
      {shown && !address && sample.isPending && readable && <Loader aria-label={t('shell.loading')} />}
      {shown && <ProblemNote error={sample.error} />}
      {shown && address && <iframe className={record.pdf} src={address} title={t('settings.paper.sample')} />}
    </div>
  );
}

const fileOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: 'application/pdf' });

/** Where the browser finds what is only in memory, for as long as it is shown. */
function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
