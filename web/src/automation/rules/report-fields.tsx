import { NativeSelect, TagsInput } from '@mantine/core';
import { MAX_ADDRESSES } from '#domain/automation/rules/effect.ts';
import { type Format, REPORT_AREAS, type ReportName, reportSpec, SPAN_WORDS } from '#domain/automation/rules/report.ts';
import type { Span } from '#domain/automation/rules/span.ts';
import { $api } from '../../api/client.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import styles from './rule.module.css';
import { type ReportEffect, type ReportOption, reportAs } from './rule-draft.ts';

interface Props {
  readonly effect: ReportEffect;
  readonly onChange: (effect: ReportEffect) => void;
}

/** Which report, of which days and as what file, and who outside of the company gets it: as far as whoever writes the rule may have it. */
export function ReportFields({ effect, onChange }: Props) {
  const t = useT();
  const language = useLanguage();
  const { data } = $api.useQuery('get', '/automation/options', {});
  const reports = data?.reports ?? [];
  const chosen = reports.find(({ name }) => name === effect.report) ?? ownOption(effect);
  const shown = reports.includes(chosen) ? reports : [...reports, chosen];
  return (
    <>
      <div className={styles.row}>
        <NativeSelect
          label={t('automation.report')}
          data={REPORT_AREAS.map((area) => ({
            group: t(`automation.reportAreas.${area}`),
            items: shown.filter((one) => one.area === area).map(({ name }) => ({ value: name, label: reportSpec(name)[language] })),
          })).filter(({ items }) => items.length > 0)}
          value={effect.report}
          onChange={(event) => onChange(reportAs(effect, shown.find(({ name }) => name === event.currentTarget.value) ?? chosen))}
        />
        {chosen.spans.length > 0 && (
          <NativeSelect
            label={t('automation.span')}
            data={chosen.spans.map((value) => ({ value, label: SPAN_WORDS[value][language] }))}
            value={effect.span ?? chosen.spans[0] ?? ''}
            onChange={(event) => onChange({ ...effect, span: event.currentTarget.value as Span })}
          />
        )}
        <NativeSelect
          label={t('automation.format')}
          data={chosen.formats.map((value) => ({ value, label: value.toUpperCase() }))}
          value={effect.format}
          onChange={(event) => onChange({ ...effect, format: event.currentTarget.value as Format })}
        />
      </div>
      <TagsInput
        label={t('automation.addresses')}
        value={[...effect.addresses]}
        maxTags={MAX_ADDRESSES}
        onChange={(addresses) => onChange({ ...effect, addresses })}
      />
    </>
  );
}

/** What a rule of somebody else has, for whoever may not have it themselves. */
const ownOption = ({ report, format, span }: ReportEffect): ReportOption => ({
  name: report as ReportName,
  area: reportSpec(report).area,
  formats: [format],
  spans: span ? [span] : [],
});
