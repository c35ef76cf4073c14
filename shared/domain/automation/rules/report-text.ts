import type { REPORTS } from './effect.ts';

type Report = (typeof REPORTS)[number];

const NAMES: Readonly<Record<'es' | 'en', Readonly<Record<Report, string>>>> = {
  es: {
    'balance-sheet': 'Balance de situación',
    'income-statement': 'Cuenta de pérdidas y ganancias',
    'trial-balance': 'Balance de sumas y saldos',
    'receivables-ageing': 'Antigüedad de saldos de clientes',
    'payables-ageing': 'Antigüedad de saldos de proveedores',
  },
  en: {
    'balance-sheet': 'Balance sheet',
    'income-statement': 'Profit and loss',
    'trial-balance': 'Trial balance',
    'receivables-ageing': 'Aged receivables',
    'payables-ageing': 'Aged payables',
  },
};

interface Sent {
  readonly report: Report;
  readonly date: string;
  readonly rule: string;
  readonly attached: boolean;
}

/** The mail that a report comes with. */
export function reportText(language: 'es' | 'en', { report, date, rule, attached }: Sent): { subject: string; text: string } {
  const name = NAMES[language][report];
  const subject = `${name} · ${date}`;
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
      ? `${name}, a ${date}. ${where}\n\nLo envía la regla «${rule}». Si no quiere recibirlo más, responda a este correo o, si es miembro de la empresa, quítese en Automatización → Correos.`
      : `${name}, as of ${date}. ${where}\n\nSent by the rule “${rule}”. If you do not want it any more, answer this mail or, as a member of the company, stop it in Automation → Mails.`;
  return { subject, text };
}
