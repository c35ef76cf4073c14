import { Button, Loader } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import actions from '../../actions/action.module.css';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './goods-receipts.module.css';
import { ReceiptHead } from './receipt-head.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { useReceiving } from './use-receiving.ts';

/** Goods that come in: typed line after line, with the entry that they make beside them. What is typed stays until it is registered. */
export function Screen() {
  const t = useT();
  useTitle(t('goodsReceipts.new.title'));
  const receiving = useReceiving();
  const { draft, set, faults, submit, busy, discard, fault } = receiving;
  useHotkeys([['mod+Enter', submit]], []);
  return (
    <form
      className={record.record}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <nav aria-label={t('records.path')} className={record.path}>
        <Link to={'/goods-receipts' as never}>{t('shell.nav.goodsReceipts')}</Link>
      </nav>
      <div className={record.header}>
        <h1>{t('goodsReceipts.new.title')}</h1>
        <div className={styles.steps}>
          <Button variant="default" onClick={discard} disabled={busy}>
            {t('goodsReceipts.new.discard')}
          </Button>
          <Button type="submit" loading={busy} aria-keyshortcuts="Control+Enter">
            {t('goodsReceipts.new.confirm')}
          </Button>
        </div>
      </div>
      <p className={`dimmed ${styles.hint}`}>{t('goodsReceipts.new.hint')}</p>
      <ProblemNote error={fault} />
      <div className={record.columns} data-aside>
        <div className={record.main}>
          <Section title={t('goodsReceipts.facts')}>
            <ReceiptHead draft={draft} faults={faults} onChange={set} />
          </Section>
          <Section title={t('records.lines')}>
            <ReceiptLines draft={draft} faults={faults} onChange={(lines) => set({ lines })} />
          </Section>
        </div>
        <aside className={record.aside}>
          <Preview receiving={receiving} />
        </aside>
      </div>
    </form>
  );
}

function Preview({ receiving: { tried, complete } }: { readonly receiving: ReturnType<typeof useReceiving> }) {
  const t = useT();
  return (
    <Section title={t('actions.preview')} actions={tried.isFetching ? <Loader size={16} /> : undefined}>
      <div className={actions.preview} aria-busy={tried.isFetching}>
        {!complete && <p className="dimmed">{t('goodsReceipts.new.incomplete')}</p>}
        {complete && tried.data && !tried.error && <EntriesPreview entries={tried.data.entry ? [tried.data.entry] : []} />}
        {complete && <ProblemNote error={tried.error} />}
      </div>
    </Section>
  );
}
