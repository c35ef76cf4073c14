export const notes = {
  title: 'Notas y ficheros',
  write: 'Escribir una nota',
  change: 'Cambiar la nota',
  hint: 'Con @ se menciona a una persona.',
  people: 'Personas',
  found_one: '{{count}} persona: elija con las flechas.',
  found_other: '{{count}} personas: elija con las flechas.',
  found_many: '{{count}} personas: elija con las flechas.',
  publish: 'Guardar nota',
  keep: 'Guardar el cambio',
  edit: 'Cambiar',
  changed: 'cambiada',
  delete: 'Borrar',
  deleteTitle: 'Borrar la nota',
  deletion: 'El texto desaparece; queda quién la escribió y quién la borró, y cuándo.',
  older: 'Ver notas anteriores',
  follow: 'Seguir',
  following: 'Siguiendo',
  followers: 'Siguen: {{names}}',
  noFollowers: 'Todavía no lo sigue nadie.',
  tags: { title: 'Etiquetas', add: 'Añadir una etiqueta', remove: 'Quitar la etiqueta {{tag}}' },
  paper: {
    title: 'Documento',
    show: 'Ver el documento',
    hide: 'Ocultar el documento',
    none: 'Sin documento que ver: suelte el PDF o la foto en los ficheros.',
    which: 'Fichero que se ve',
  },
  files: {
    add: 'Adjuntar ficheros',
    hint: 'O suéltelos aquí: 25 MB cada uno como mucho.',
    sending: 'Enviando {{name}}',
    kilobytes: '{{size}} KB',
    remove: 'Borrar {{name}}',
    removal: 'El fichero se borra para siempre; queda quién lo adjuntó y quién lo borró, y cuándo.',
    faults: {
      empty: 'Rechazado: está vacío.',
      too_large: 'Rechazado: pasa de 25 MB.',
      type: 'Rechazado: no es PDF, imagen, XLSX, DOCX, CSV, TXT, XML, ZIP ni EML.',
      macros: 'Rechazado: lleva macros. Guárdelo sin ellas.',
      malware: 'Rechazado: contiene un programa dañino.',
    },
  },
  inbox: {
    empty: { title: 'No hay avisos', text: 'Aquí llega lo que le mencionan y lo que se escribe sobre lo que usted sigue.' },
    unread: 'Sin leer',
    all: 'Todo',
    readAll: 'Marcar todo como leído',
    more: 'Ver más',
    mention: '{{by}} le mencionó',
    note: '{{by}} escribió una nota',
    file: '{{by}} adjuntó un fichero',
    badge_one: 'Menciones y seguidos: {{count}} sin leer',
    badge_other: 'Menciones y seguidos: {{count}} sin leer',
    badge_many: 'Menciones y seguidos: {{count}} sin leer',
  },
  tagged: {
    search: 'Buscar etiquetas',
    empty: { title: 'Nada lleva esa etiqueta', text: 'Las etiquetas se ponen en la página de cada registro.' },
  },
} as const;

export const errors = {
  codes: {
    note_not_found: 'Esa nota no existe, o se ha borrado. Vuelva a cargar la página.',
    author_other: 'Solo quien lo escribió o adjuntó puede cambiarlo o borrarlo.',
    mention_unknown: 'Se menciona a alguien que no es usuario de la empresa. Elija a otra persona.',
    mention_cannot_see: 'Se menciona a alguien que no puede ver este registro. Elija a otra persona o amplíe sus funciones.',
    attachment_not_found: 'Ese fichero no existe, o se ha borrado. Vuelva a cargar la página.',
    attachment_not_clean: 'Ese fichero no se puede descargar: está en revisión o fue rechazado.',
    attachment_too_many: 'El registro no admite más ficheros. Borre antes alguno.',
    tags_too_many: 'El registro no admite más etiquetas. Quite antes alguna.',
    notification_not_found: 'Ese aviso ya no existe. Vuelva a cargar la página.',
    follower_person: 'Un programa no sigue registros: nadie leería sus avisos.',
  },
  figures: {
    author_other: 'Es de {{author}}: solo esa persona puede cambiarlo o borrarlo.',
    mention_cannot_see: '{{email}} no puede ver este registro. Elija a otra persona o amplíe sus funciones.',
    attachment_too_many: 'Un registro admite {{most, number}} ficheros como mucho. Borre antes alguno.',
    tags_too_many: 'Un registro admite {{most, number}} etiquetas como mucho. Quite antes alguna.',
  },
};

export const menu = {
  notifications: 'Menciones y seguidos',
  tags: 'Etiquetas',
};

export const states = {
  note: { written: 'Escrita', deleted: 'Borrada' },
  attachment: { waiting: 'En revisión', clean: 'Revisado', refused: 'Rechazado', deleted: 'Borrado' },
};

export const palette = {
  kinds: {
    note: 'Notas',
    attachment: 'Ficheros',
    'record-tags': 'Etiquetas',
  },
};

declare global {
  interface ConsoleTexts {
    notes: typeof notes;
  }
}
