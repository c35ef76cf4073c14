export const shell = {
  product: 'Trastienda',
  skip: 'Ir al contenido',
  menu: 'Menú',
  closeMenu: 'Cerrar el menú',
  navigation: 'Navegación principal',
  search: 'Buscar o hacer…',
  shortcuts: 'Atajos de teclado',
  language: 'Idioma',
  scheme: { label: 'Aspecto', light: 'Claro', dark: 'Oscuro', auto: 'Como el sistema' },
  account: 'Mi cuenta',
  companies: 'Sus empresas',
  signOut: 'Cerrar sesión',
  tour: 'Recorrido guiado',
  loading: 'Cargando…',
  notFound: {
    title: 'Esta página no existe',
    text: 'Puede que la dirección esté mal escrita o que el registro no sea de su empresa.',
    home: 'Ir al inicio',
  },
  favourites: {
    title: 'Favoritos',
    add: 'Añadir a favoritos',
    remove: 'Quitar de favoritos',
    full: 'Demasiados favoritos: quite antes alguno.',
  },
  rail: { expand: 'Mostrar el menú completo', collapse: 'Reducir el menú a iconos' },
  failed: { title: 'Algo ha fallado', retry: 'Volver a intentarlo' },
  roles: {
    owner: 'Propietario',
    accountant: 'Contabilidad',
    sales: 'Ventas',
    warehouse: 'Almacén',
    hr: 'Personas (RR. HH.)',
    payroll: 'Nóminas',
    manager: 'Responsable',
    employee: 'Empleado',
    auditor: 'Auditoría',
    adviser: 'Gestoría',
    integration: 'Integración',
  },
} as const;

export const keys = {
  everywhere: 'En cualquier sitio',
  record: 'Con el registro abierto',
  lists: 'En las listas',
  go: 'Ir a',
  dates: 'En una fecha',
  dayBefore: 'Un día antes',
  dayAfter: 'Un día después',
  calendar: 'Abrir el calendario',
  palette: 'Buscar o hacer',
  shortcuts: 'Estos atajos',
  close: 'Cerrar lo que está abierto',
  search: 'Buscar en la lista',
  new: 'Crear uno nuevo',
  down: 'Fila siguiente',
  up: 'Fila anterior',
  open: 'Abrir la fila',
  tick: 'Marcar la fila',
  favourite: 'Añadir esta página a favoritos, o quitarla',
} as const;

export const palette = {
  title: 'Buscar o hacer',
  hint: 'Un pedido, un cliente, una factura, una acción…',
  record: 'Con lo que tiene abierto',
  recent: 'Visto hace poco',
  do: 'Hacer',
  go: 'Ir a',
  set: 'Ajustes',
  nothing: 'Nada coincide. Pruebe con otras palabras.',
  more: 'Hay más: escriba algo más preciso.',
  count_one: '{{count}} resultado.',
  count_other: '{{count}} resultados.',
  count_many: '{{count}} resultados.',
  speak: 'Cambiar el idioma: {{language}}',
  dark: 'Aspecto oscuro',
  light: 'Aspecto claro',
  /** What groups of found records are called, by kind: told by their modules. */
  kinds: {} as Readonly<Record<string, string>>,
} as const;

export const tour = {
  progress: '{{at}} de {{of}}',
  skip: 'Saltar',
  back: 'Anterior',
  next: 'Siguiente',
  end: 'Terminar',
  invitation: {
    title: '¿Le enseñamos Trastienda?',
    text: 'Un recorrido de tres minutos por esta pantalla. También está en su menú.',
    later: 'Ahora no',
    start: 'Empezar',
  },
  menu: { title: 'El menú', text: 'Aquí está todo lo que su función le deja ver: ventas, facturación, almacén y contabilidad.' },
  search: {
    title: 'Buscar o hacer',
    text: 'Un número de pedido, un cliente, una factura o una acción: todo desde aquí. Se abre también con Ctrl K (o ⌘ K).',
  },
  quick: { title: 'Lo de cada día', text: 'Lo que más se hace, a un clic: pedidos, entradas de mercancía, cobros e importaciones.' },
  waiting: { title: 'Qué está esperando', text: 'Lo que pide que alguien haga algo. Cada tarjeta abre la lista ya filtrada.' },
  figures: {
    title: 'Cómo va el mes',
    text: 'Las cifras salen de los libros, al céntimo. Cada una lleva a los documentos de los que sale.',
  },
  keys: {
    title: 'Sin ratón',
    text: 'Todo se puede hacer con el teclado. Pulse ? para ver los atajos: g y o, por ejemplo, va a los pedidos.',
  },
  account: { title: 'Su menú', text: 'El idioma, el aspecto claro u oscuro, la salida, y este recorrido siempre que quiera.' },
} as const;

/** Areas of the menu. */
export const areas = {
  sales: 'Ventas',
  billing: 'Facturación',
  purchasing: 'Compras',
  treasury: 'Tesorería',
  warehouse: 'Almacén',
  books: 'Contabilidad',
  company: 'Empresa',
} as Readonly<Record<string, string>>;
/** Pages of the menu and what can be begun, by id: each module tells its own. */
export const menu = {} as Readonly<Record<string, string>>;
export const commands = {} as Readonly<Record<string, string>>;

declare global {
  interface ConsoleTexts {
    shell: typeof shell;
    areas: typeof areas;
    menu: typeof menu;
    commands: typeof commands;
    keys: typeof keys;
    palette: typeof palette;
    tour: typeof tour;
  }
}
