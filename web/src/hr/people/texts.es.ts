export const employees = {
  name: 'Nombre',
  givenName: 'Nombre',
  familyName: 'Apellidos',
  email: 'Correo de trabajo',
  emailHint: 'Con el que entra en la aplicación y recibe avisos.',
  position: 'Puesto',
  department: 'Departamento',
  workplace: 'Centro de trabajo',
  manager: 'Responsable',
  start: 'Fecha de alta',
  end: 'Fecha de baja',
  from: 'Desde',
  work: 'Trabajo',
  assignments: 'Puestos',
  personal: {
    section: 'Datos personales',
    action: 'Datos personales',
    title: 'Datos personales de {{name}}',
    done: 'Los datos personales de {{name}} están guardados.',
    taxId: 'NIF o NIE',
    socialSecurityNumber: 'Número de afiliación',
    birthDate: 'Fecha de nacimiento',
    phone: 'Teléfono',
    iban: 'Cuenta bancaria (IBAN)',
    situation: 'Situación familiar (modelo 145)',
    situations: {
      '1': '1: sin pareja, con hijos a cargo',
      '2': '2: con pareja sin rentas de más de 1.500 €',
      '3': '3: cualquier otra',
    },
    children: 'Año de nacimiento de los hijos',
    childrenHint: 'Separados por comas: 2019, 2024.',
    shared: 'El otro progenitor también tiene derecho: se computan por mitad',
  },
  readings: {
    section: 'Quién ha consultado sus datos',
    by: 'Quién',
    what: 'Qué',
    at: 'Cuándo, ese día por primera vez',
    of: { 'personal-data': 'Datos personales' },
  },
  erase: {
    action: 'Suprimir los datos',
    title: '¿Suprimir los datos personales de {{name}}?',
    says: 'Para siempre: se destruye la clave con la que están cifrados, también en las copias de seguridad. Su periodo de empleo y los libros se conservan con un número. Se puede desde seis años después de la baja.',
    done: 'Los datos personales están suprimidos.',
  },
  below_one: '{{count}} persona a su cargo',
  below_many: '{{count}} de personas a su cargo',
  below_other: '{{count}} personas a su cargo',
  search: 'Buscar por nombre o correo',
  empty: { title: 'No hay empleados', text: 'Dé de alta a la primera persona: sus nóminas, ausencias y tareas parten de aquí.' },
  import: {
    title: 'Importar empleados',
    action: 'Importar CSV',
    text: 'Un CSV con una persona por fila, de otro programa o de una hoja de cálculo. Se muestra lo leído antes de dar de alta a nadie.',
    columns: 'La primera fila nombra las columnas: {{columns}}. El responsable se indica con su correo.',
    choose: 'Elegir archivo',
    send_one: 'Dar de alta a {{count}} persona',
    send_many: 'Dar de alta a {{count}} de personas',
    send_other: 'Dar de alta a {{count}} personas',
    done: '{{done}} de {{all}} dadas de alta',
    wrong: 'Revise: {{columns}}',
    noManager: 'No hay ningún empleado con el correo {{email}}',
    table: { line: 'Fila', name: 'Nombre', position: 'Puesto', state: 'Estado' },
    states: { waiting: 'Pendiente', done: 'De alta' },
    heads: {
      givenName: 'Nombre',
      familyName: 'Apellidos',
      email: 'Correo',
      startDate: 'Fecha de alta',
      position: 'Puesto',
      department: 'Departamento',
      workplace: 'Centro de trabajo',
      manager: 'Responsable',
    },
    faults: {
      unreadable: 'No se puede leer el archivo: guárdelo como CSV.',
      empty: 'El archivo no tiene filas.',
      columns: 'Faltan las columnas: {{columns}}',
      long: 'El archivo tiene {{rows}} filas y el máximo es {{most}}: divídalo.',
    },
  },
  'new': { title: 'Alta de empleado', done: '{{name}} está de alta.' },
};
export const areas = { people: 'Personas', development: 'Formación y desarrollo', time: 'Jornada y ausencias', pay: 'Nóminas' };
export const menu = { employees: 'Empleados', organisation: 'Organigrama' };
export const commands = { newEmployee: 'Dar de alta a un empleado', importEmployees: 'Importar empleados de un CSV' };
export const palette = { kinds: { employee: 'Empleados' } };
export const states = { employee: { active: 'En activo', left: 'De baja' } };
export const permissions = {
  areas: { people: 'Personas', pay: 'Nóminas' },
  names: {
    people: {
      read: 'Ver empleados y sus puestos',
      write: 'Dar de alta y cambiar empleados',
      personal: 'Ver datos personales: NIF, afiliación, domicilio y familia',
    },
    pay: { read: 'Ver salarios y nóminas', write: 'Fijar salarios y preparar nóminas' },
  },
};
export const records = {
  did: {
    createEmployee: 'Dio de alta al empleado',
    patchEmployee: 'Cambió los datos del empleado',
    assignEmployee: 'Cambió el puesto del empleado',
    putPersonalFile: 'Guardó los datos personales',
    eraseEmployee: 'Suprimió los datos personales',
    addPayTerms: 'Fijó el salario',
  },
};
export const fields = {
  messages: {
    'must be a percentage such as 1.50': 'Escriba un porcentaje, como 1,50.',
    'must be hours such as 86.50': 'Escriba las horas, como 86,50.',
    'must be a NIF or NIE whose letter is right': 'Escriba un NIF o NIE con la letra correcta.',
    'must be a NIF or NIE of a person, whose letter is right': 'Escriba el NIF o NIE de una persona, con la letra correcta.',
    'must be a Social Security number of 12 digits whose control digits are right':
      'Escriba el número de afiliación: 12 cifras, las dos últimas de control.',
  },
};
export const errors = {
  codes: {
    employee_not_found: 'No se encuentra entre los empleados. Vuelva a la lista.',
    employee_manager: 'Ese responsable no existe o ya no está. Elija a otra persona.',
    employee_circular: 'Esa persona depende del propio empleado. Elija a alguien que no dependa de él.',
    employee_line_full: 'Nadie puede tener a tantas personas a su cargo. Reparta entre varios responsables.',
    employee_address_taken: 'Otro empleado ya tiene ese correo. Dé a cada uno el suyo.',
    employee_own_address: 'Nadie se asigna a sí mismo un empleado. Pídalo a quien fija los salarios.',
    employee_address_of_paid: 'Tiene salario, que ve quien entra con ese correo. Pídalo a quien fija los salarios.',
    employee_manager_later: 'El responsable cambia a partir de hoy: indique el nuevo ese mismo día.',
    employee_tax_id_taken: 'Otro empleado ya tiene ese NIF. Compruebe si está dado de alta dos veces.',
    pay_terms_own: 'Nadie fija su propio salario. Pídalo a otra persona que pueda hacerlo.',
    employee_left: 'Ya no trabaja en la empresa: si vuelve, dele de alta de nuevo.',
    employee_erased: 'Sus datos personales ya se suprimieron.',
    employee_still_employed: 'Trabaja en la empresa: los datos se suprimen años después de la baja.',
    employee_data_kept: 'Sus datos se conservan seis años desde la baja, para quien pueda reclamarlos. Suprímalos después.',
    employee_before_start: 'Es anterior al alta del empleado. Elija ese día o uno posterior.',
    payroll_no_terms: 'No consta qué gana ese día. Fije antes el salario.',
    payroll_no_personal_data: 'Faltan sus datos personales: la retención depende del año de nacimiento y de la familia.',
    payroll_no_row: 'No hay bases ni tipos para ese mes: se añaden al publicarse la norma del año.',
    payroll_part_time_minimum:
      'La base es inferior a la mínima de jornada completa y la mínima por hora no está verificada: ese mes no se puede calcular todavía.',
    payroll_family_situation: 'La situación familiar 1 exige un descendiente. Elija la 3 o indique los hijos.',
    payroll_days: 'Un mes tiene entre 0 y 31 días de cotización.',
    payroll_negative_net: 'Las deducciones superan lo devengado. Reduzca el anticipo o repártalo en varios meses.',
    payroll_net_out_of_reach: 'Ningún salario da ese neto. Indique uno menor.',
    pay_terms_extra_months: 'Un mes de paga extra está repetido.',
    pay_terms_dates: 'El salario termina antes de empezar. Revise las fechas.',
    pay_terms_before_start: 'Es anterior al alta del empleado. Elija ese día o uno posterior.',
    contract_dates: 'La baja es anterior al alta. Revise la fecha.',
    leave_taken: 'Los días disfrutados no pueden ser negativos.',
    'personal-file_not_found': 'Todavía no constan sus datos personales, o usted no puede verlos.',
  },
  figures: {
    employee_erased: 'Sus datos personales se suprimieron el {{on, date}}.',
    employee_still_employed: '{{name}} trabaja en la empresa: los datos se suprimen años después de la baja.',
    employee_data_kept:
      'Los datos de {{name}} se conservan hasta el {{until, date}}, {{years, number}} años desde la baja. Suprímalos después.',
    employee_line_full: 'Nadie puede tener a más de {{most, number}} personas a su cargo. Reparta entre varios responsables.',
    employee_address_taken: 'Otro empleado ya tiene el correo {{email}}. Dé a cada uno el suyo.',
    payroll_no_terms: 'No consta qué gana el {{date, date}}. Fije antes el salario.',
    payroll_negative_net: 'Las deducciones superan lo devengado en {{over, money}}. Reduzca el anticipo o repártalo en varios meses.',
    pay_terms_before_start: 'Está de alta desde el {{start, date}}. Elija ese día o uno posterior.',
    employee_left: '{{name}} está de baja desde el {{end, date}}: si vuelve, dele de alta de nuevo.',
    employee_before_start: 'Está de alta desde el {{start, date}}. Elija ese día o uno posterior.',
  },
};

declare global {
  interface ConsoleTexts {
    employees: typeof employees;
  }
}
