import { Button, FileButton, Group, Loader } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf } from '../../api/client.ts';
import { type Fault, isProblem, Problem } from '../../api/problem.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** A file's text: UTF-8, or as programs of Windows write it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Props {
  /** The first of the books. */
  readonly year: string;
  readonly onClose: () => void;
}

/** The balances of another program, from a file: tried as soon as it is chosen, and every fault of it told by line. */
export function OpenBooksDialog({ year, onClose }: Props) {
  const t = useT();
  const [file, setFile] = useState<{ readonly name: string; readonly csv: string }>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [added, setAdded] = useState(0);
  const run = async ({ dryRun, key }: { readonly dryRun: boolean; readonly key: string }) => {
    setFaults([]);
    const params = { header: { 'Idempotency-Key': key }, query: dryRun ? { dryRun: true } : {} };
    try {
      return dataOf(await api.POST('/journal-entries/opening', { params, body: { year, csv: file?.csv ?? '' } }));
    } catch (error) {
      if (!isProblem(error, 'opening.faulty')) throw error;
      setFaults(error.faults);
      // What is wrong with the rows is told here, row by row.
      const { status, code, message: detail, params: named } = error;
      throw new Problem({ status, code, detail, params: named });
    }
  };
  const missing = faults.filter(({ params: of }) => of?.why === 'unknown');
  return (
    <ActionDialog
      title={t('books.bring.title')}
      confirm={t('books.bring.post')}
      size="xl"
      onClose={onClose}
      input={{ file, added }}
      incomplete={file ? undefined : t('books.bring.fileNeeded')}
      run={run}
      preview={(entry) => <EntriesPreview entries={[entry]} />}
      done={() => t('books.bring.done', { year })}
    >
      <p>{t('books.bring.text', { year })}</p>
      <p className="dimmed">{t('books.bring.columns')}</p>
      <Group gap="xs">
        <FileButton
          accept=".csv,.txt,text/csv,text/plain"
          inputProps={{ 'aria-label': t('books.bring.choose') }}
          onChange={(chosen) => chosen && void textOf(chosen).then((csv) => setFile({ name: chosen.name, csv }))}
        >
          {(props) => (
            <Button variant="default" data-autofocus {...props}>
              {t('books.bring.choose')}
            </Button>
          )}
        </FileButton>
        {file && <span>{file.name}</span>}
      </Group>
      <Faults faults={faults} />
      {missing.length > 0 && <MissingAccounts faults={missing} onAdded={() => setAdded(added + 1)} />}
    </ActionDialog>
  );
}

const WHYS = ['columns', 'code', 'result', 'unknown', 'inactive', 'control', 'amount', 'both'] as const;

const NOTHING = { line: '', account: '', instead: '', text: '' };

/** What is wrong with each row. */
function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useT();
  if (faults.length === 0) return null;
  return (
    <ul aria-label={t('books.bring.faults')}>
      {faults.map(({ field, params = {} }) => (
        <li key={field}>{t(`books.bring.rows.${WHYS.find((why) => why === params.why) ?? 'columns'}`, { ...NOTHING, ...params })}</li>
      ))}
    </ul>
  );
}

/** Adds the accounts that the chart lacks, by the codes and names of the file. */
function MissingAccounts({ faults, onAdded }: { readonly faults: readonly Fault[]; readonly onAdded: () => void }) {
  const t = useT();
  const can = useCan();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const named = new Map(faults.map(({ params = {} }) => [String(params.account), String(params.name || params.account)]));
  const add = async () => {
    setBusy(true);
    setFault(undefined);
    try {
      for (const [code, name] of [...named].sort(([a], [b]) => a.length - b.length))
        await api.POST('/accounts', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body: { code, name } });
      onAdded();
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  if (!can('createAccount')) return null;
  return (
    <>
      <Button variant="default" disabled={busy} leftSection={busy ? <Loader size={16} /> : undefined} onClick={() => void add()}>
        {t('books.bring.addAccounts', { count: named.size })}
      </Button>
      <ProblemNote error={fault} />
    </>
  );
}
