import { Button, Progress, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { PROFILE_NAMES } from '#domain/sales/imports/profiles.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Upload, upload } from '../../api/upload.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { type Look, lookAt } from './file-check.ts';
import { FileDrop } from './file-drop.tsx';
import { FaultNote } from './file-fault.tsx';
import styles from './import.module.css';
import { ProfileColumns } from './profile-columns.tsx';

type Profile = NonNullable<Schemas['CreateImport']['profile']>;

interface Chosen {
  readonly file: File;
  /** One for each choice: the same file sent again after a failure is the same import. */
  readonly key: string;
  readonly look?: Look;
}

/** From a file to its import: chosen or dropped, looked at, sent with its progress; then the record tells how it goes on. */
export function Screen() {
  const t = useT();
  useTitle(t('imports.new.title'));
  const [chosen, setChosen] = useState<Chosen>();
  const [wanted, setWanted] = useState<string>();
  const sending = useSending();
  useEffect(() => {
    if (!chosen?.file) return;
    let late = false;
    lookAt(chosen.file, wanted).then((look) => !late && setChosen((now) => now && { ...now, look }));
    return () => {
      late = true;
    };
  }, [chosen?.file, wanted]);
  const choose = (file: File) => {
    sending.forget();
    setWanted(undefined);
    setChosen({ file, key: crypto.randomUUID() });
  };
  const profile = wanted ?? chosen?.look?.profile ?? PROFILE_NAMES[0];
  const ready = chosen?.look !== undefined && chosen.look.fault === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && ready) sending.send(chosen.file, profile, `${chosen.key}-${profile}`);
  };
  return (
    <article className={record.record}>
      <nav aria-label={t('records.path')} className={record.path}>
        <Link to={'/imports' as never}>{t('menu.imports')}</Link>
      </nav>
      <h1>{t('imports.new.title')}</h1>
      <form onSubmit={submit} className={styles.form}>
        <FileDrop file={chosen?.file} onFile={choose} disabled={sending.busy} />
        {chosen?.look?.fault && <FaultNote fault={chosen.look.fault} profile={profile} />}
        <Select
          label={t('imports.profile')}
          description={t('imports.new.profileText')}
          data={PROFILE_NAMES.map((value) => ({ value, label: t(`imports.profiles.${value}` as 'imports.profile') }))}
          value={profile}
          onChange={(value) => value && setWanted(value)}
          allowDeselect={false}
          disabled={sending.busy}
        />
        <Section title={t('imports.new.expected')}>
          <ProfileColumns profile={profile} />
        </Section>
        {chosen && sending.busy && <Sent sent={sending.sent} file={chosen.file} />}
        <ProblemNote error={sending.fault} />
        <div className={styles.buttons}>
          <Button type="submit" disabled={!ready} loading={sending.busy}>
            {t(sending.fault ? 'imports.new.again' : 'imports.new.action')}
          </Button>
          {sending.busy && (
            <Button variant="default" onClick={sending.stop}>
              {t('imports.new.stop')}
            </Button>
          )}
        </div>
      </form>
    </article>
  );
}

/** How much has gone, for eyes and for a screen reader. */
function Sent({ sent, file }: { readonly sent: number; readonly file: File }) {
  const t = useT();
  const { megabytes } = useFormats();
  const percent = Math.floor((sent / file.size) * 100);
  return (
    <div className={styles.progress}>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={t('imports.new.sending')} />
      </Progress.Root>
      <span className="dimmed">{t('imports.new.sent', { sent: megabytes(sent), all: megabytes(file.size), percent })}</span>
      <span role="status" className="unseen">
        {t('imports.new.sentPercent', { percent: Math.floor(percent / 25) * 25 })}
      </span>
    </div>
  );
}

/** Makes the import and sends its file; leads to the import once S3 has it. */
function useSending() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(0);
  const [fault, setFault] = useState<unknown>();
  const under = useRef<Upload>(undefined);
  const send = (file: File, profile: string, key: string) => {
    setBusy(true);
    setSent(0);
    setFault(undefined);
    api
      .POST('/imports', {
        params: { header: { 'Idempotency-Key': key } },
        body: { fileName: file.name, profile: profile as Profile, bytes: file.size },
      })
      .then(dataOf)
      .then(async ({ id, upload: { url } }) => {
        under.current = upload(url, file, setSent);
        await under.current.done;
        await queries.invalidateQueries({ queryKey: ['list', 'imports'] });
        await navigate({ to: `/imports/${id}` as never });
      })
      .catch((error: unknown) => setFault(error))
      .finally(() => setBusy(false));
  };
  return { busy, sent, fault, send, stop: () => under.current?.stop(), forget: () => setFault(undefined) };
}
