export const automation = {
  name: 'Nombre',
  when: 'Cuando',
  if: 'Si',
  does: 'Entonces',
  always: 'Siempre, sin condiciones.',
  changed: 'Cambiada',
  sentence: 'La regla',
  edit: 'Modificar la regla',
  save: 'Guardar',
  saved: '{{name}}: guardada.',
  incomplete: 'Faltan datos.',
  savedOff: 'Se guarda desactivada: la activa usted después.',
  addCondition: 'Añadir condición',
  removeCondition: 'Quitar la condición {{no}}',
  fieldOf: 'Campo de la condición {{no}}',
  operatorOf: 'Comparación de la condición {{no}}',
  valueOf: 'Valor de la condición {{no}}',
  addEffect: 'Añadir acción',
  removeEffect: 'Quitar la acción {{no}}',
  effectOf: 'Acción {{no}}',
  tags: 'Etiquetas',
  members: 'Miembros',
  subject: 'Documento',
  text: 'Texto',
  mailSubject: 'Asunto',
  insert: 'Añadir un dato al texto',
  yes: 'Sí',
  no: 'No',
  runs: 'Ejecuciones',
  allRuns: 'Ver todas',
  noRuns: 'Todavía no ha hecho nada.',
  noRunsTitle: 'Ninguna regla ha hecho nada todavía',
  at: 'Momento',
  rule: 'Regla',
  amount: 'Importe',
  runOf: 'Ejecución de «{{rule}}»',
  cause: 'Qué la inició',
  did: 'Qué hizo',
  counted: 'Cuenta para los límites',
  limit: 'Límite alcanzado',
  enabledBy: 'La activó',
  since: 'Activa desde',
  match: {
    title: 'Cuántas condiciones',
    all: 'Se cumplen todas',
    any: 'Se cumple alguna',
  },
  limits: {
    title: 'Límites',
    perDay: 'Ejecuciones al día',
    amountPerRun: 'Importe por ejecución',
    amountPerDay: 'Importe al día',
  },
  pausedFor: {
    title: 'Detenida',
    person: 'por una persona',
    failures: 'sola: ha fallado varias veces seguidas',
    permission: 'sola: quien la activó ya no tiene permiso',
  },
  activate: {
    action: 'Activar',
    title: 'Activar {{name}}',
    text: 'Desde ahora actúa por su cuenta, con los permisos de usted y dentro de sus límites. Lo anterior no lo toca.',
    done: '{{name}} está activa.',
  },
  pause: {
    action: 'Desactivar',
    title: 'Desactivar {{name}}',
    text: 'Deja de actuar. Lo que hizo se queda.',
    done: '{{name}} está desactivada.',
  },
  delete: {
    action: 'Eliminar',
    title: 'Eliminar {{name}}',
    text: 'Sus ejecuciones se quedan; ya no podrán deshacerse solas.',
    done: '{{name}} se ha eliminado.',
  },
  undo: {
    action: 'Deshacer',
    title: 'Deshacer lo que hizo {{rule}}',
    text: 'Se quitan las etiquetas y notas que puso y los documentos vuelven a estar por revisar. Un correo o una factura no se pueden deshacer así.',
    done: 'Se está deshaciendo.',
  },
  empty: {
    title: 'Todavía no hay reglas',
    text: 'Una regla hace por usted lo que se repite: cuando pasa algo, si se cumple lo que usted diga, entonces lo hace.',
  },
  templates: {
    title: 'Empezar por una plantilla',
    bigOrders: 'Etiquetar los pedidos grandes',
    tellInvoice: 'Avisar de los cobros',
    doubtfulDocument: 'Avisar de documentos dudosos',
  },
  effectStates: {
    planned: 'pendiente',
    done: 'hecho',
    failed: 'rechazado',
    undone: 'deshecho',
    kept: 'se queda: no se puede deshacer',
  },
  triggers: {
    order_placed: 'se hace un pedido',
    order_shipped: 'se envía un pedido entero',
    invoice_issued: 'se emite una factura',
    invoice_paid: 'se cobra una factura',
    document_read: 'llega un documento y se ha leído',
  },
  fields: {
    amount: 'importe con IVA',
    net: 'importe sin IVA',
    customer: 'cliente',
    customerId: 'identificador del cliente',
    channel: 'canal',
    warehouse: 'almacén',
    reference: 'referencia',
    lines: 'número de líneas',
    date: 'fecha',
    open: 'importe pendiente',
    number: 'número',
    dueDate: 'vencimiento',
    fileName: 'archivo',
    kind: 'tipo',
    source: 'origen',
    supplier: 'proveedor',
    total: 'total',
    doubts: 'puntos por revisar',
  },
  operators: {
    over: 'es más de',
    atLeast: 'es como mínimo',
    under: 'es menos de',
    atMost: 'es como máximo',
    is: 'es',
    isNot: 'no es',
    contains: 'contiene',
    containsNot: 'no contiene',
    startsWith: 'empieza por',
    after: 'es posterior a',
    before: 'es anterior a',
  },
  choices: {
    ubl: 'UBL',
    cii: 'CII',
    facturae: 'Facturae',
    pdf: 'PDF',
    scan: 'escaneado',
    image: 'foto',
    statement: 'extracto',
    orders: 'pedidos',
    other: 'otro',
    console: 'consola',
    drop: 'carpeta',
    mail: 'correo',
    archive: 'archivo comprimido',
  },
  effects: {
    tag: 'etiquetarlo',
    note: 'escribir una nota',
    tell: 'avisar en la consola',
    mail: 'enviar un correo',
    invoiceOrder: 'facturar el pedido',
    keepDocument: 'archivar el documento',
  },
};

export const menu = {
  automation: 'Automatización',
};

export const commands = {
  newRule: 'Nueva regla',
};

export const billing = {
  documents: {
    'automation-rule': 'Regla {{number}}',
    'rule-run': 'Ejecución {{number}}',
  },
};

export const states = {
  'automation-rule': {
    draft: 'Borrador',
    active: 'Activa',
    paused: 'Desactivada',
  },
  'rule-run': {
    running: 'En curso',
    done: 'Hecha',
    failed: 'Rechazada',
    held: 'Frenada',
    undoing: 'Deshaciéndose',
    undone: 'Deshecha',
  },
};

export const palette = {
  kinds: {
    'automation-rule': 'Reglas',
    'rule-run': 'Ejecuciones de reglas',
  },
};

export const permissions = {
  areas: {
    automation: 'Automatización',
  },
  names: {
    automation: {
      read: 'Ver las reglas y lo que hicieron',
      write: 'Escribir reglas y activarlas',
    },
  },
};

export const records = {
  did: {
    createRule: 'Escribió la regla',
    patchRule: 'Cambió la regla',
    deleteRule: 'Eliminó la regla',
    activateRule: 'Activó la regla',
    pauseRule: 'Desactivó la regla',
    undoRun: 'Pidió deshacerla',
    evaluateRules: 'Inició la ejecución',
    carryOutRuns: 'La llevó a cabo',
  },
};

export const errors = {
  codes: {
    'automation-rule_not_found': 'Esa regla no existe. Vuelva a la lista.',
    'rule-run_not_found': 'Esa ejecución no existe. Vuelva a la lista.',
    rule_trigger: 'Ese comienzo no existe. Elija otro.',
    rule_field: 'Ese comienzo no dice nada de ese campo. Elija otro campo.',
    rule_operator: 'Ese campo no se puede comparar así. Elija otra comparación.',
    rule_value: 'Ese valor no sirve para el campo. Corríjalo.',
    rule_effect: 'Esa acción no se puede hacer tras ese comienzo. Elija otra.',
    rule_members: 'Una de esas personas no es miembro de la empresa. Elija otra.',
    rule_active: 'La regla está activa. Desactívela antes.',
    rule_inactive: 'La regla no está activa.',
    rule_too_many: 'Hay demasiadas reglas activas. Desactive alguna.',
    rule_not_allowed: 'Una regla no hace nada que usted no pueda hacer. Pídaselo a quien tenga ese permiso.',
    run_state: 'En su estado actual, la ejecución no se puede deshacer.',
    run_kept: 'Nada de lo que hizo se puede deshacer solo. Hágalo a mano en el documento.',
  },
};

declare global {
  interface ConsoleTexts {
    automation: typeof automation;
  }
}

export const fields = {
  messages: { 'must be the name of a field': 'Elija un campo.', 'must be the name of a trigger': 'Elija un comienzo.' },
} as const;
