export const time = {
  kinds: { in: 'Entrada', out: 'Salida', break: 'Inicio de pausa', resume: 'Fin de pausa' },
  problems: { 'no-out': 'Falta la salida', 'no-in': 'Falta la entrada', break: 'Pausa incompleta' },
  clock: {
    title: 'Fichar',
    nobody: 'Su correo no es el de ningún empleado. Pida a Recursos Humanos que lo ponga en su ficha.',
    states: { off: 'fuera', working: 'trabajando', break: 'en pausa' },
    since: 'desde las {{time}}',
    in: 'Entrar',
    out: 'Salir',
    break: 'Empezar pausa',
    resume: 'Volver de la pausa',
    today: 'Hoy: {{hours}} h',
    offline: 'Sin conexión: se enviará con su hora',
    sending: 'Enviando…',
    refused: 'No se ha podido registrar. Pida una corrección.',
  },
  register: {
    title: 'Registro de jornada',
    month: 'Mes',
    employee: 'Empleado',
    choose: 'Elija a un empleado para ver sus días.',
    of: '{{name}}: {{hours}} h',
    empty: 'No hay fichajes este mes.',
    date: 'Fecha',
    work: 'Entrada y salida',
    breaks: 'Pausas',
    hours: 'Horas',
    remarks: 'Observaciones',
    corrected: 'Corregido',
    kept: 'Se conserva al menos hasta el {{date}} (art. 34.9 ET).',
    pdf: 'PDF del mes',
    csv: 'CSV del mes',
    all: 'CSV de toda la plantilla',
  },
  warnings: {
    title: 'Descansos y jornada',
    'rest-between-days': 'solo {{hours}} h de descanso desde el día anterior; son {{limit}} h como mínimo',
    'daily-hours': '{{hours}} h de trabajo; la jornada ordinaria es de {{limit}} h como máximo, salvo pacto',
    'weekly-rest': 'el descanso más largo de la semana fue de {{hours}} h; son {{limit}} h, acumulables en catorce días',
  },
  entries: {
    title: 'Fichajes y correcciones',
    time: 'Hora',
    kind: 'Fichaje',
    by: 'Quién',
    replaced: 'Sustituido por una corrección',
    late: 'Llegó el {{at}}',
  },
  correct: {
    action: 'Corregir un fichaje',
    title: 'Corrección',
    replaces: 'Qué está mal',
    missing: 'Falta un fichaje',
    kind: 'Qué debe constar',
    remove: 'Nada: ese fichaje sobra',
    nothing: 'nada',
    time: 'Hora (hh:mm)',
    wrongTime: 'Escriba una hora que exista ese día, como 17:30.',
    nothingToRemove: 'Elija qué fichaje sobra.',
    state: 'Estado',
    done: 'El registro está corregido; el fichaje anterior se conserva.',
    asked: 'La corrección espera a que la apruebe su responsable.',
  },
  approvals: {
    title: 'Aprobaciones de personal',
    corrections: 'Correcciones del registro',
    none: 'No hay nada pendiente.',
    decision: 'Decisión',
    approve: 'Aprobar',
    approveText: 'La corrección de {{name}} cuenta desde ahora; el fichaje anterior se conserva.',
    reject: 'Rechazar',
    done: 'La decisión está registrada.',
  },
};
export const menu = { clock: 'Fichar', register: 'Registro de jornada', timeApprovals: 'Aprobaciones de personal' };
export const states = { 'clock-correction': { requested: 'Pendiente', approved: 'Aprobada', rejected: 'Rechazada' } };
export const permissions = {
  areas: { time: 'Jornada y ausencias' },
  names: {
    time: {
      read: 'Ver el registro de jornada y las ausencias',
      write: 'Fichar y pedir ausencias',
      approve: 'Decidir sobre ausencias y correcciones',
    },
  },
};
export const records = {
  did: {
    recordClockEntry: 'Fichó',
    requestClockCorrection: 'Corrigió el registro de jornada',
    approveClockCorrection: 'Aprobó la corrección',
    rejectClockCorrection: 'Rechazó la corrección',
  },
};
export const fields = {
  messages: {
    'must be an instant in UTC such as 2026-11-24T08:03:12Z': 'Escriba un instante en UTC, como 2026-11-24T08:03:12Z.',
    'must be an instant that exists, such as 2026-11-24T08:03:12Z': 'Escriba un instante que exista, como 2026-11-24T08:03:12Z.',
    'must be the id of an entry of the register': 'Elija un fichaje del registro.',
  },
};
export const errors = {
  codes: {
    clock_future: 'Esa hora todavía no ha llegado. Ponga el reloj en hora y vuelva a fichar.',
    clock_too_old: 'El fichaje es de hace demasiado tiempo. Introdúzcalo como corrección, con el motivo.',
    clock_not_employed: 'No trabaja en la empresa ese día. Elija otro.',
    clock_correction_empty: 'Diga qué fichaje está mal o cuál falta.',
    clock_correction_entry: 'Ese fichaje no es del registro de este empleado. Elija uno de la lista.',
    clock_correction_replaced: 'Ese fichaje ya se corrigió. Corrija el que está en su lugar.',
    clock_correction_decided: 'Ya se ha decidido. Si sigue mal, pida otra corrección.',
    clock_correction_own: 'Nadie decide sobre su propia corrección. Pídalo a otra persona.',
    'clock-correction_not_found': 'No se encuentra esa corrección, o usted no puede verla.',
    register_too_long: 'El archivo tendría demasiadas líneas. Pida el de un solo empleado, o en CSV.',
  },
  figures: {
    clock_too_old: 'El fichaje tiene más de {{days, number}} días. Introdúzcalo como corrección, con el motivo.',
    clock_not_employed: '{{name}} no trabaja en la empresa el {{date, date}}. Elija otro día.',
    register_too_long: 'Caben {{limit, number}} líneas y hay {{lines, number}}. Pida el de un solo empleado, o en CSV.',
  },
};

declare global {
  interface ConsoleTexts {
    time: typeof time;
  }
}
