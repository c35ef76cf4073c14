import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { VAT_ES } from '#domain/finance/tax/vat-es.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconPlus, IconX } from '../../ui/icons.ts';
import { ItemPicker } from '../../ui/record-picker.tsx';
import { lineOfItem, newLine, type TypedLine, type totalsNow } from './draft-form.ts';
import own from './drafts.module.css';

interface Props {
  readonly lines: readonly TypedLine[];
  readonly onChange: (lines: readonly TypedLine[]) => void;
  /** What is wrong, by field: `lines.0.quantity`. */
  readonly faults: Readonly<Record<string, string>>;
  readonly value: ReturnType<typeof totalsNow>;
}

/** The lines of a draft: in words of their own, or with what the catalogue says. */
export function DraftLines({ lines, onChange, faults, value }: Props) {
  const t = useT();
  return (
    <div className={own.lines}>
      {lines.map((line, index) => (
        <OneLine
          key={line.key}
          line={line}
          index={index}
          faults={faults}
          net={value?.nets.get(line.key)}
          onChange={(changed) => onChange(lines.map((each) => (each.key === line.key ? changed : each)))}
          onRemove={lines.length > 1 ? () => onChange(lines.filter((each) => each.key !== line.key)) : undefined}
        />
      ))}
      <div className={own.add}>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => onChange([...lines, newLine()])}>
          {t('billing.drafts.addLine')}
        </Button>
        <ItemPicker
          // A new picker for each line: what was picked last is in its line.
          key={lines.length}
          bare
          label={t('billing.drafts.addItem')}
          value={undefined}
          onChange={(item) => item && onChange([...lines.filter(isTyped), lineOfItem(item)])}
        />
      </div>
    </div>
  );
}

/** An empty line gives way to one of the catalogue. */
const isTyped = ({ name, price, itemId }: TypedLine): boolean => name.trim() !== '' || price !== '' || itemId !== undefined;

interface LineProps {
  readonly line: TypedLine;
  readonly index: number;
  readonly faults: Readonly<Record<string, string>>;
  readonly net: { readonly amount: string; readonly currency: string } | undefined;
  readonly onChange: (line: TypedLine) => void;
  readonly onRemove: (() => void) | undefined;
}

function OneLine({ line, index, faults, net, onChange, onRemove }: LineProps) {
  const t = useT();
  const { money } = useFormats();
  const field = (name: 'name' | 'quantity' | 'price' | 'discount' | 'taxCode') => ({
    'data-path': `lines.${index}.${name}`,
    label: t(`billing.drafts.fields.${name}`),
    classNames: { label: own.label ?? '' },
    error: faults[`lines.${index}.${name}`],
  });
  const decimal = (name: 'quantity' | 'price' | 'discount') => ({
    ...field(name),
    value: line[name],
    onChange: (text: string) => onChange({ ...line, [name]: text }),
  });
  return (
    <fieldset className={own.line} data-first={index === 0 || undefined}>
      <legend className="unseen">{t('billing.drafts.line', { line: index + 1 })}</legend>
      <TextInput
        {...field('name')}
        className={own.name}
        leftSection={line.code}
        leftSectionWidth={line.code ? line.code.length * 9 + 20 : 0}
        maxLength={160}
        value={line.name}
        onChange={(event) => onChange({ ...line, name: event.currentTarget.value })}
      />
      <DecimalInput {...decimal('quantity')} decimalScale={3} />
      <DecimalInput {...decimal('price')} decimalScale={6} rightSection={<span aria-hidden>€</span>} />
      <DecimalInput {...decimal('discount')} decimalScale={2} rightSection={<span aria-hidden>%</span>} />
      <Select
        {...field('taxCode')}
        className={own.tax}
        data={VAT_ES.map(({ code, name }) => ({ value: code, label: name }))}
        value={line.taxCode}
        onChange={(taxCode) => onChange({ ...line, taxCode: taxCode ?? line.taxCode })}
        allowDeselect={false}
      />
      <output className={`${own.net} amount`} aria-label={t('billing.lines.net')}>
        {net ? money(net) : '–'}
      </output>
      <ActionIcon
        className={own.remove}
        aria-label={t('billing.drafts.removeLine', { line: index + 1 })}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </fieldset>
  );
}
