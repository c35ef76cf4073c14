import { Button, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CustomerPicker } from '../../ui/record-picker.tsx';

type Issuers = Schemas['EInvoicing']['issuers'];
type Kind = 'D' | 'T';

/** Who issues invoices in the company's name, each in a series of their own (RD 1619/2012 art. 6.1.a). */
export function IssuersSection({ issuers }: { readonly issuers: Issuers }) {
  const t = useT();
  const can = useCan();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const end = useMutation({
    mutationFn: (letters: string) => save(issuers.map((each) => (each.letters === letters ? turned(each) : each))),
    onSuccess: () => queries.invalidateQueries(),
  });
  // Its letters are free again, where they have issued nothing.
  const remove = useMutation({
    mutationFn: (code: string) => save(issuers.filter(({ letters }) => letters !== code)),
    onSuccess: () => queries.invalidateQueries(),
  });
  const mayChange = can('patchEInvoicing');
  return (
    <Section
      title={t('einvoice.issuers.title')}
      actions={
        mayChange && (
          <Button variant="default" size="sm" onClick={() => setAdding(true)}>
            {t('einvoice.issuers.add')}
          </Button>
        )
      }
    >
      <p className="dimmed">{t('einvoice.issuers.text')}</p>
      <ProblemNote error={end.error ?? remove.error} />
      {issuers.length > 0 && (
        <LinesTable
          heads={[t('einvoice.issuers.series'), t('einvoice.issuers.name'), t('einvoice.issuers.taxId'), t('einvoice.issuers.kind'), '']}
        >
          <tbody>
            {issuers.map(({ letters, name, taxId, ended }) => (
              <tr key={letters}>
                <td>
                  F{letters}, R{letters}
                </td>
                <th scope="row">{name}</th>
                <td>{taxId}</td>
                <td>{t(`einvoice.issuers.kinds.${kindOf(letters)}`)}</td>
                <td>
                  {mayChange && (
                    <>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        loading={end.isPending && end.variables === letters}
                        onClick={() => end.mutate(letters)}
                      >
                        {t(ended ? 'einvoice.issuers.again' : 'einvoice.issuers.end', { name })}
                      </Button>
                      <Button
                        variant="subtle"
                        color="red"
                        size="compact-sm"
                        loading={remove.isPending && remove.variables === letters}
                        onClick={() => remove.mutate(letters)}
                      >
                        {t('einvoice.issuers.remove')}
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
      {adding && <AddDialog issuers={issuers} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** Ended, or in use again. */
const turned = ({ ended, ...issuer }: Issuers[number]): Issuers[number] => (ended ? issuer : { ...issuer, ended: true });

const kindOf = (letters: string): Kind => (letters.startsWith('D') ? 'D' : 'T');
const save = (issuers: readonly Issuers[number][]) => api.PATCH('/e-invoicing/settings', { body: { issuers: [...issuers] } }).then(dataOf);

/** The next letter that nobody of the kind has. */
function nextCode(kind: Kind, issuers: Issuers): string {
  const taken = new Set(issuers.map(({ letters }) => letters));
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${kind}${letter}`).find((letters) => !taken.has(letters)) ?? `${kind}Z`;
}

function AddDialog({ issuers, onClose }: { readonly issuers: Issuers; readonly onClose: () => void }) {
  const t = useT();
  const [kind, setKind] = useState<Kind>('D');
  const [customer, setCustomer] = useState<Schemas['CustomerRow']>();
  const [typed, setTyped] = useState({ name: '', taxId: '', street: '', postalCode: '', city: '' });
  const { name, taxId, street, postalCode, city } = typed;
  const letters = nextCode(kind, issuers);
  const issuer =
    kind === 'D'
      ? { letters, name: customer?.name ?? '', taxId: customer?.taxId ?? '', customerId: customer?.id ?? '' }
      : { letters, name, taxId: taxId.trim().toUpperCase(), ...(street ? { address: { street, postalCode, city, country: 'ES' } } : {}) };
  const field = (key: keyof typeof typed) => (
    <TextInput
      label={t(`einvoice.issuers.${key}`)}
      value={typed[key]}
      onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
    />
  );
  return (
    <ActionDialog
      title={t('einvoice.issuers.add')}
      confirm={t('einvoice.issuers.add')}
      tries={false}
      size="md"
      onClose={onClose}
      input={issuer}
      incomplete={issuer.name && issuer.taxId ? undefined : t('einvoice.issuers.lacking')}
      run={() => save([...issuers, issuer])}
      done={() => t('einvoice.issuers.done', { name: issuer.name, series: `F${letters}` })}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('einvoice.issuers.kind')}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={(['D', 'T'] as const).map((value) => ({ value, label: t(`einvoice.issuers.kinds.${value}`) }))}
        />
        {kind === 'D' ? (
          <CustomerPicker label={t('einvoice.issuers.customer')} value={customer} onChange={setCustomer} />
        ) : (
          <>
            {field('name')}
            {field('taxId')}
            {field('street')}
            {field('postalCode')}
            {field('city')}
          </>
        )}
      </Stack>
    </ActionDialog>
  );
}
