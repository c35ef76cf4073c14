export const members = {
  email: 'Correo',
  name: 'Nombre',
  roles: 'Funciones',
  team: 'Equipo',
  teamHint: 'Quienes llevan la misma palabra son un equipo: algunas funciones alcanzan hasta lo de su equipo.',
  secondFactor: 'Verificación en dos pasos desde',
  rolesLabel: 'Funciones',
  rolesHint: 'Lo que podrá hacer. Se pueden dar varias.',
  locale: 'Idioma de los correos',
  invitedAt: 'Última invitación',
  since: 'Desde',
  facts: 'Datos',
  you: 'Es usted.',
  search: 'Buscar por correo o nombre',
  pending: 'Invitaciones pendientes',
  removedOnes: 'Sin acceso',
  yes: 'Sí',
  no: 'No',
  empty: { title: 'Todavía no hay nadie', text: 'Invite a quienes trabajan en la empresa.' },
  faults: {
    email: 'Escriba una dirección de correo, como ana@empresa.es.',
    name: 'Como mucho 80 caracteres.',
    roles: 'Elija al menos una función.',
  },
  invite: {
    action: 'Invitar',
    title: 'Invitar a una persona',
    text: 'Recibirá un correo con una contraseña temporal, que vale tres días. Quien ya entra en otra empresa sigue con su contraseña.',
    done: 'La invitación a {{email}} ha salido.',
  },
  edit: {
    action: 'Cambiar',
    title: 'Cambiar a {{email}}',
    when: 'Las funciones nuevas valen al momento para lo que cambia algo, y en un minuto para lo que solo se ve.',
    done: '{{email}} está cambiado.',
  },
  resend: {
    action: 'Reenviar la invitación',
    title: 'Reenviar la invitación a {{email}}',
    text: 'Sale otro correo con otra contraseña temporal, que vale tres días; la anterior deja de valer.',
    done: 'Otra invitación a {{email}} ha salido.',
  },
  remove: {
    action: 'Retirar el acceso',
    title: 'Retirar el acceso a {{email}}',
    text: 'No podrá volver a entrar ni cambiar nada desde ahora; lo que tenga abierto deja de verse en un minuto. Lo que hizo queda en el registro, y se le puede readmitir.',
    done: '{{email}} ya no tiene acceso.',
  },
  return: {
    action: 'Readmitir',
    title: 'Readmitir a {{email}}',
    text: 'Vuelve a entrar con su contraseña de antes y con las mismas funciones.',
    done: '{{email}} vuelve a tener acceso.',
  },
} as const;

/** What can be allowed, by the name that the API gives it: `orders.ship` is `names.orders.ship`. */
export const permissions = {
  areas: {
    company: 'Empresa',
    workspace: 'Consola',
    home: 'Inicio',
    members: 'Usuarios y funciones',
    credentials: 'Clientes de la API',
    tags: 'Etiquetas',
    customers: 'Clientes',
    catalogue: 'Artículos',
    stock: 'Almacén',
    orders: 'Pedidos',
    returns: 'Devoluciones',
    imports: 'Importaciones',
    invoices: 'Facturación',
    payments: 'Cobros y pagos',
    books: 'Contabilidad',
  },
  names: {
    member: 'Pertenecer a la empresa',
    company: { write: 'Cambiar los datos y las normas de la empresa' },
    workspace: { use: 'Usar la consola y guardar sus preferencias', share: 'Compartir vistas con toda la empresa' },
    home: { money: 'Ver importes en la página de inicio' },
    members: {
      read: 'Ver los usuarios',
      write: 'Invitar usuarios, darles funciones y quitarles el acceso',
      roles: 'Crear y cambiar funciones',
    },
    credentials: { read: 'Ver los clientes de la API', write: 'Crear clientes de la API y renovar sus secretos' },
    tags: { write: 'Poner y quitar etiquetas en los registros' },
    customers: { read: 'Ver los clientes', write: 'Crear y cambiar clientes' },
    catalogue: { read: 'Ver los artículos', write: 'Crear y cambiar artículos' },
    stock: {
      read: 'Ver las existencias',
      receive: 'Registrar entradas de mercancía',
      adjust: 'Ajustar las existencias',
      setup: 'Crear almacenes',
    },
    orders: {
      read: 'Ver los pedidos',
      write: 'Registrar y cancelar pedidos',
      ship: 'Enviar pedidos',
      invoice: 'Facturar pedidos',
    },
    returns: {
      read: 'Ver las devoluciones',
      write: 'Autorizar y cancelar devoluciones',
      receive: 'Recibir lo devuelto',
    },
    imports: { read: 'Ver las importaciones', write: 'Importar ficheros' },
    invoices: {
      read: 'Ver facturas, rectificativas y borradores',
      draft: 'Preparar borradores de factura',
      issue: 'Emitir facturas',
      credit: 'Emitir rectificativas y aplicarlas',
    },
    payments: {
      read: 'Ver cobros y reembolsos',
      receive: 'Registrar, aplicar y anular cobros',
      refund: 'Reembolsar dinero',
      alone: 'Reembolsar lo que uno mismo ha pedido',
    },
    books: {
      chart: 'Ver el plan de cuentas y los periodos',
      read: 'Ver el diario, el mayor, los saldos y lo pendiente de cobro',
      post: 'Registrar y anular asientos',
      adjust: 'Registrar en periodos cerrados',
      accounts: 'Crear y cambiar cuentas propias',
      close: 'Abrir ejercicios, y cerrar y bloquear periodos',
      export: 'Exportar los libros',
    },
  },
} as const;

export const roles = {
  text: 'Qué puede hacer cada función. Las primeras son de todas las empresas; las demás las hace la suya.',
  own: 'Función de la empresa',
  ownTitle: 'Funciones de la empresa',
  none: {
    title: 'Todavía no hay ninguna',
    text: 'Cree una cuando las funciones de siempre den más o menos de lo que alguien necesita.',
  },
  add: 'Crear función',
  name: 'Nombre',
  nameHint: 'Como la llaman en la empresa: Mostrador, Encargada de almacén.',
  gives: 'Permisos',
  permission: 'Permiso',
  who: 'Quién la tiene',
  members: 'Ver a quienes la tienen',
  actions: 'Acciones',
  count_one: '{{count}} permiso',
  count_other: '{{count}} permisos',
  count_many: '{{count}} permisos',
  compare: 'Qué da cada función',
  saved: 'La función {{name}} está guardada.',
  sensitive: 'Delicado: mueve dinero, cambia los libros o da acceso',
  notHeld: 'Usted no tiene este permiso: no puede darlo',
  scopeOf: 'Alcance de «{{name}}»',
  scopes: { all: 'De todos', team: 'De su equipo', own: 'Solo lo suyo' },
  faults: { name: 'Escriba un nombre de hasta 60 caracteres.', grants: 'Elija al menos un permiso.' },
  edit: {
    action: 'Cambiar',
    title: 'Cambiar {{name}}',
    when: 'Vale para todos los que la tienen: al momento para lo que cambia algo, en un minuto para lo que solo se ve.',
  },
  retire: {
    action: 'Retirar',
    title: 'Retirar {{name}}',
    text: 'No se le puede dar a nadie más. Solo se retira lo que nadie tiene.',
    done: 'La función {{name}} está retirada.',
  },
} as const;

export const errors = {
  codes: {
    permission_not_held: 'Nadie puede dar un permiso que no tiene. Pídalo a quien lo tenga.',
    permission_people: 'Ese permiso es solo para personas: un programa no puede tenerlo.',
    role_in_use: 'Alguien tiene esa función. Quítesela antes de retirarla.',
    role_not_found: 'Esa función no existe. Vuelva a la lista de funciones.',
    role_retired: 'Esa función está retirada. Cree otra.',
    role_same_name: 'Ya hay otra función con ese nombre. Elija otro.',
    role_scope: 'Ese permiso se da para todo o no se da: no se puede limitar a lo propio.',
    role_too_many: 'La empresa tiene ya todas las funciones propias que caben. Retire antes alguna.',
    role_twice: 'Un permiso está repetido. Quítelo una vez.',
    role_unknown: 'Esa función no se puede dar: no existe o está retirada.',
    role_not_allowed: 'Su función no permite hacer esto. Pídalo a quien administra los usuarios de la empresa.',
    member_above: 'Esa persona puede hacer más que usted. Pídalo a quien pueda tanto como ella.',
    member_email: 'A esa dirección no se puede enviar una invitación. Escriba otra.',
    member_exists: 'Ya hay un usuario con ese correo. Búsquelo en la lista: si se le quitó el acceso, puede devolvérselo.',
    member_last_owner: 'Es el último propietario de la empresa. Nombre antes a otro.',
    member_no_access: 'Su usuario no tiene acceso a esta empresa, o ya no lo tiene. Pídalo a quien administra sus usuarios.',
    member_no_account: 'Ese usuario ya no tiene cuenta con la que entrar. Quítelo y vuelva a invitarlo.',
    member_not_found: 'Ese usuario no existe. Vuelva a la lista de usuarios.',
    member_not_invited: 'Ese usuario ya tiene contraseña: no necesita otra invitación.',
    member_not_removed: 'Ese usuario conserva el acceso: no hay nada que devolverle.',
    member_removed: 'A ese usuario se le quitó el acceso. Devuélvaselo antes.',
    member_too_many_invitations: 'La empresa ha enviado hoy todas las invitaciones que puede. Siga mañana.',
    member_self: 'Nadie se quita a sí mismo el acceso ni las funciones. Pídalo a otro propietario.',
  },
  figures: {
    role_not_allowed:
      'Su función no permite hacer esto. Hace falta el permiso «{{needed, permissions.names}}». Pídalo a quien administra los usuarios de la empresa.',
    member_above: '{{email}} puede hacer más que usted. Pídalo a quien pueda tanto como esa persona.',
    permission_not_held: 'Usted no tiene el permiso «{{permission, permissions.names}}» y no puede darlo. Pídalo a quien lo tenga.',
    permission_people: 'El permiso «{{permission, permissions.names}}» es solo para personas: un programa no puede tenerlo.',
    role_in_use: '{{email}} tiene la función {{name}}. Quítesela a quienes la tengan antes de retirarla.',
    role_retired: 'La función {{name}} está retirada. Cree otra.',
    role_same_name: 'Ya hay otra función llamada {{name}}. Elija otro nombre.',
    role_scope: 'El permiso «{{permission, permissions.names}}» se da para todo o no se da: no se puede limitar a lo propio.',
    role_too_many: 'Una empresa puede tener {{most, number}} funciones propias. Retire antes alguna.',
    role_twice: 'El permiso «{{permission, permissions.names}}» está repetido. Quítelo una vez.',
    member_no_account: '{{email}} ya no tiene cuenta con la que entrar. Quítelo y vuelva a invitarlo.',
    member_not_invited: '{{email}} ya tiene contraseña: no necesita otra invitación.',
    member_too_many_invitations: 'Una empresa puede enviar {{most, number}} invitaciones al día. Siga mañana.',
    member_not_removed: '{{email}} conserva el acceso: no hay nada que devolverle.',
    member_removed: 'A {{email}} se le quitó el acceso. Devuélvaselo antes.',
  },
};

export const states = {
  role: { active: 'En uso', retired: 'Retirada' },
  member: { invited: 'Invitado', active: 'Con acceso', removed: 'Sin acceso' },
};

export const palette = {
  kinds: {
    role: 'Función',
    member: 'Usuarios',
  },
};

export const commands = {
  inviteMember: 'Invitar a un usuario',
};

declare global {
  interface ConsoleTexts {
    members: typeof members;
    permissions: typeof permissions;
    roles: typeof roles;
  }
}
