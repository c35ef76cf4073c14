import { api, dataOf, type Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { PickField } from '../ui/pick-field.tsx';
import type { InputProps } from './input.ts';
import styles from './lines.module.css';

/** What the catalogue says of an item that stands on a line. */
export type DraftItem = Pick<Schemas['ItemRow'], 'id' | 'code' | 'name' | 'unit' | 'price' | 'taxCode' | 'kind' | 'active'>;

export const draftItem = ({ id, code, name, unit, price, taxCode, kind, active }: Schemas['ItemRow']): DraftItem => ({
  id,
  code,
  name,
  unit,
  price,
  taxCode,
  kind,
  active,
});

interface Found {
  readonly item: Schemas['ItemRow'];
  /** What can be promised; `undefined` where it was not asked, and of services, which have none. */
  readonly available: string | undefined;
}

/** Items by words of their code and name, those sold now, each with what can be promised of it in the warehouse. */
async function findItems(q: string, warehouse: string | undefined): Promise<Found[]> {
  const [{ items }, levels] = await Promise.all([
    api.GET('/items', { params: { query: { q, limit: 12, active: true } } }).then(dataOf),
    warehouse === undefined
      ? []
      : api.GET('/stock', { params: { query: { q, limit: 50, warehouse } } }).then((answer) => dataOf(answer).items),
  ]);
  const available = new Map(levels.map((level) => [level.itemId, level.available]));
  return items.map((item) => ({ item, available: warehouse && item.kind === 'stocked' ? (available.get(item.id) ?? '0') : undefined }));
}

interface Props extends InputProps {
  readonly warehouse: string | undefined;
  readonly value: DraftItem | undefined;
  /** What stands in the field instead of its name: a line may call it otherwise. */
  readonly shown?: string | undefined;
  readonly onChange: (item: DraftItem | undefined) => void;
}

export function ItemField({ warehouse, value, shown, onChange, ...looks }: Props) {
  return (
    <PickField
      {...looks}
      kind={`item-${warehouse ?? ''}`}
      chosen={value && `${value.code} · ${shown ?? value.name}`}
      find={(q) => findItems(q, warehouse)}
      idOf={({ item }) => item.id}
      optionOf={(found) => <Option {...found} />}
      onPick={({ item }) => onChange(draftItem(item))}
      onClear={() => onChange(undefined)}
    />
  );
}

function Option({ item, available }: Found) {
  const t = useT();
  const { decimal, price } = useFormats();
  const service = item.kind === 'service' ? t('lines.service') : '';
  return (
    <div className={styles.option}>
      <b>{item.code}</b>
      <span>{item.name}</span>
      <span className="amount">{price(item.price)}</span>
      <small className="amount" data-none={available !== undefined && Number(available) <= 0 ? true : undefined}>
        {available === undefined ? service : t('lines.available', { quantity: decimal(available) })}
      </small>
    </div>
  );
}
