import { Button, FileButton, Group, Loader, Switch } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf } from '../../api/client.ts';
import { type Fault, isProblem, Problem } from '../../api/problem.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { fileText } from '../../ui/file-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

interface Props {
  /** The first of the books. */
  readonly year: string;
  readonly onClose: () => void;
}

interface Chosen {
  readonly name: string;
  readonly csv: string;
}

const FAULTY = ['opening.faulty', 'opening.items_faulty'];

/** The balances of another program, and the documents that were open, from files: tried as soon as they are chosen, and every fault told by line. */
export function OpenBooksDialog({ year, onClose }: Props) {
  const t = useT();
  const [file, setFile] = useState<Chosen>();
  const [items, setItems] = useState<Chosen>();
  const [createMissing, setCreateMissing] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [added, setAdded] = useState(0);
  const run = async ({ dryRun, key }: { readonly dryRun: boolean; readonly key: string }) => {
    setFaults([]);
    const params = { header: { 'Idempotency-Key': key }, query: dryRun ? { dryRun: true } : {} };
    const body = { year, csv: file?.csv ?? '', ...(items ? { items: items.csv, createMissing } : {}) };
    try {
      return dataOf(await api.POST('/journal-entries/opening', { params, body }));
    } catch (error) {
      const code = FAULTY.find((each) => isProblem(error, each));
      if (!code || !isProblem(error, code)) throw error;
      setFaults(error.faults);
      // What is wrong with the rows is told here, row by row.
      const { status, message: detail, params: named } = error;
      throw new Problem({ status, code, detail, params: named });
    }
  };
  const missing = faults.filter(({ code, params: of }) => code === 'opening.row' && of?.why === 'unknown');
  return (
    <ActionDialog
      title={t('opening.title')}
      confirm={t('opening.post')}
      size="xl"
      onClose={onClose}
      input={{ file, items, createMissing, added }}
      incomplete={file ? undefined : t('opening.fileNeeded')}
      run={run}
      preview={(entry) => (
        <>
          {entry.documents > 0 && <p>{t('opening.brings', { documents: entry.documents, created: entry.created })}</p>}
          <EntriesPreview entries={[entry]} />
        </>
      )}
      done={() => t('opening.done', { year })}
    >
      <p>{t('opening.text', { year })}</p>
      <p className="dimmed">{t('opening.columns')}</p>
      <FileChoice label={t('opening.choose')} file={file} onChoose={setFile} focus />
      <p className="dimmed">{t('opening.itemColumns')}</p>
      <FileChoice label={t('opening.chooseItems')} file={items} onChoose={setItems} />
      {items && (
        <Switch
          label={t('opening.createMissing')}
          checked={createMissing}
          onChange={(event) => setCreateMissing(event.currentTarget.checked)}
        />
      )}
      <Faults faults={faults} />
      {missing.length > 0 && <MissingAccounts faults={missing} onAdded={() => setAdded(added + 1)} />}
    </ActionDialog>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly file: Chosen | undefined;
  readonly onChoose: (file: Chosen) => void;
  readonly focus?: boolean;
}

function FileChoice({ label, file, onChoose, focus = false }: ChoiceProps) {
  return (
    <Group gap="xs">
      <FileButton
        accept=".csv,.txt,text/csv,text/plain"
        inputProps={{ 'aria-label': label }}
        onChange={(chosen) => chosen && void fileText(chosen).then((csv) => onChoose({ name: chosen.name, csv }))}
      >
        {(props) => (
          <Button variant="default" data-autofocus={focus || undefined} {...props}>
            {label}
          </Button>
        )}
      </FileButton>
      {file && <span>{file.name}</span>}
    </Group>
  );
}

const WHYS = ['columns', 'code', 'result', 'unknown', 'inactive', 'abroad', 'control', 'amount', 'both'] as const;

const ITEM_WHYS = [
  ...(['account', 'amount', 'columns', 'date', 'due', 'name', 'number', 'own', 'party_account', 'party_twice'] as const),
  ...(['party_unknown', 'series', 'taken', 'tax_id', 'twice'] as const),
];

const NOTHING = { line: '', account: '', instead: '', text: '', name: '', taxId: '' };

/** What is wrong with each row. */
function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useT();
  if (faults.length === 0) return null;
  const told = ({ code, params = {} }: Fault): string =>
    code === 'opening.item'
      ? t(`opening.items.${ITEM_WHYS.find((why) => why === params.why) ?? 'columns'}`, { ...NOTHING, ...params })
      : t(`opening.rows.${WHYS.find((why) => why === params.why) ?? 'columns'}`, { ...NOTHING, ...params });
  return (
    <ul aria-label={t('opening.faults')}>
      {faults.map((fault) => (
        <li key={fault.field}>{told(fault)}</li>
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
        {t('opening.addAccounts', { count: named.size })}
      </Button>
      <ProblemNote error={fault} />
    </>
  );
}
