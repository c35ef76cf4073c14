import { Link, useParams } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { hrefOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { documentName } from '../receivables/documents.tsx';
import { SupplierDialog } from './supplier-dialog.tsx';
import { useSupplier } from './supplier-picker.tsx';

/** One supplier: who it is, where it is paid, and its account. */
export function Screen() {
  const t = useT();
  const { supplierId } = useParams({ strict: false }) as { supplierId: string };
  return (
    <DocumentPage
      query={useSupplier(supplierId)}
      parent={{ to: '/payables/suppliers', label: t('menu.suppliers') }}
      title={({ name }) => name}
      subtitle={({ taxId }) => taxId}
      actions={() => [
        {
          id: 'bill',
          label: t('payables.bills.new'),
          needs: 'recordSupplierBill',
          primary: true,
          to: () => ({ to: '/payables/bills/new', search: { supplierId } }),
        },
        {
          id: 'edit',
          label: t('payables.suppliers.edit.action'),
          needs: 'patchSupplier',
          key: 'e',
          dialog: (supplier, onClose) => <SupplierDialog supplier={supplier} onClose={onClose} />,
        },
      ]}
    >
      {(supplier) => (
        <>
          <SupplierFacts supplier={supplier} />
          <Statement supplierId={supplier.id} />
        </>
      )}
    </DocumentPage>
  );
}

function SupplierFacts({ supplier }: { readonly supplier: Schemas['Supplier'] }) {
  const t = useT();
  const { country, date } = useFormats();
  const { address, withholding, iban, ibanChangedBy, ibanChangedOn, account = '400' } = supplier;
  return (
    <Section title={t('billing.facts')}>
      <Facts
        facts={[
          [t('payables.taxId'), supplier.taxId],
          [t('payables.suppliers.email'), supplier.email],
          [t('customers.address'), address && `${address.street}, ${address.postalCode} ${address.city}, ${country(address.country)}`],
          [t('customers.country'), !address && supplier.country ? country(supplier.country) : undefined],
          [t('payables.account'), t(`payables.accounts.a${account}`)],
          [t('payables.suppliers.expenseAccount'), supplier.expenseAccount],
          [t('payables.taxCode'), supplier.taxCode],
          [t('payables.suppliers.paymentDays'), String(supplier.paymentDays)],
          [
            t('payables.withheld'),
            withholding && `${withholding.code}, ${date(withholding.from)}${withholding.to ? ` – ${date(withholding.to)}` : ''}`,
          ],
          ['IBAN', iban?.replace(/(.{4})/g, '$1 ').trim()],
          [t('payables.suppliers.ibanBy'), ibanChangedBy && ibanChangedOn && `${ibanChangedBy}, ${date(ibanChangedOn)}`],
        ]}
      />
    </Section>
  );
}

/** What has moved the supplier's account this year, and what is owed after each. */
function Statement({ supplierId }: { readonly supplierId: string }) {
  const t = useT();
  const { date, money } = useFormats();
  const { data } = $api.useQuery('get', '/payables/suppliers/{supplierId}/statement', { params: { path: { supplierId }, query: {} } });
  if (!data) return null;
  return (
    <Section title={t('payables.statement.title', { from: date(data.from), to: date(data.to) })}>
      <LinesTable
        heads={[
          t('billing.document'),
          t('payables.reference'),
          t('billing.date'),
          ...amounts(t('billing.amount'), t('payables.statement.balance')),
        ]}
      >
        <tbody>
          <tr>
            <th scope="row" colSpan={4}>
              {t('payables.statement.opening')}
            </th>
            <td className="amount">{money(data.opening)}</td>
          </tr>
          {data.lines.map((line) => {
            const to = hrefOf(line.id);
            return (
              <tr key={line.id}>
                <td>{to ? <Link to={to as never}>{documentName(line.id, t)}</Link> : documentName(line.id, t)}</td>
                <td>{line.reference}</td>
                <td className="nowrap">{date(line.date)}</td>
                <td className="amount">{money(line.amount)}</td>
                <td className="amount">{money(line.balance)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('payables.statement.closing')}
            </th>
            <td className="amount">{money(data.closing)}</td>
          </tr>
        </tfoot>
      </LinesTable>
    </Section>
  );
}
