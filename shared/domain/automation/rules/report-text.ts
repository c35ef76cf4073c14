import { type ReportName, reportSpec, spanOf } from './report.ts';
import { daysOf, type Span } from './span.ts';

interface Sent {
  readonly report: ReportName;
  readonly span: Span | undefined;
  readonly date: string;
  readonly rule: string;
  readonly attached: boolean;
}

/** What a report is of, as people read it: a day, or from one to another. */
function period({ report, span, date }: Sent, language: 'es' | 'en'): string {
  const known = spanOf(report, span);
  const { from, to } = known ? daysOf(known, date) : { from: undefined, to: date };
  if (from === undefined || from === to) return language === 'es' ? `a ${to}` : `as of ${to}`;
  return language === 'es' ? `del ${from} al ${to}` : `from ${from} to ${to}`;
}

/** The mail that a report comes with. */
export function reportText(language: 'es' | 'en', sent: Sent): { subject: string; text: string } {
  const { report, rule, attached } = sent;
  const name = reportSpec(report)[language];
  const days = period(sent, language);
  const subject = `${name} · ${days}`;
  const where =
    language === 'es'
      ? attached
        ? 'Va adjunto.'
        : 'Es demasiado grande para un correo: descárguelo en Trastienda, en la ejecución de la regla.'
      : attached
        ? 'It is attached.'
        : 'It is too large for a mail: download it in Trastienda, from the run of the rule.';
  const text =
    language === 'es'
      ? `${name}, ${days}. ${where}\n\nLo envía la regla «${rule}». Si no quiere recibirlo más, responda a este correo o, si es miembro de la empresa, quítese en Automatización → Correos.`
      : `${name}, ${days}. ${where}\n\nSent by the rule “${rule}”. If you do not want it any more, answer this mail or, as a member of the company, stop it in Automation → Mails.`;
  return { subject, text };
}
