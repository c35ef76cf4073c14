import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { type KnownSupplier, SupplierDialog } from './supplier-dialog.tsx';

type Paper = Pick<Schemas['Document'], 'fields' | 'flags'>;

/** Prefixes of VAT ids that are no country codes: Greece and Northern Ireland. */
const COUNTRIES: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' };

/** What a paper says of who issued it. */
function knownBy({ supplierName, supplierTaxId, supplierAddress, iban }: NonNullable<Paper['fields']>): KnownSupplier {
  const [, prefix = 'ES'] = /^([A-Z]{2})[A-Z0-9]{6,}$/.exec(supplierTaxId?.value ?? '') ?? [];
  const country = supplierAddress?.value.country ?? COUNTRIES[prefix] ?? prefix;
  return {
    ...(supplierName ? { name: supplierName.value } : {}),
    ...(supplierTaxId ? { taxId: supplierTaxId.value } : {}),
    ...(iban ? { iban: iban.value } : {}),
    ...(supplierAddress ? { address: supplierAddress.value } : {}),
    country,
  };
}

interface Props {
  readonly paper: Paper;
  readonly onDone?: (supplier: Schemas['SupplierRow']) => void;
}

/** Enters the supplier of a paper that nobody is known to have issued, with what was read of it. */
export function PaperSupplier({ paper: { fields, flags }, onDone }: Props) {
  const t = useT();
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!fields || !flags.some(({ code }) => code === 'supplier_unknown') || !can('createSupplier')) return null;
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
        {t('payables.suppliers.ofPaper')}
      </Button>
      {open && <SupplierDialog known={knownBy(fields)} {...(onDone ? { onDone } : {})} onClose={() => setOpen(false)} />}
    </>
  );
}
