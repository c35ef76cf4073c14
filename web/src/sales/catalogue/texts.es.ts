export const items = {
  code: 'Código',
  codeHint: 'No se puede cambiar después',
  name: 'Nombre',
  kind: 'Clase',
  kinds: { stocked: 'Mercancía', service: 'Servicio' },
  unit: 'Unidad',
  unitHint: 'pc, kg, h…',
  price: 'Precio sin IVA',
  priceHint: 'Hasta seis decimales',
  taxCode: 'Tipo de IVA',
  taxCodes: {
    IVA21: 'IVA fijo',
    'IVA-G': 'IVA general',
    'IVA-R': 'IVA reducido',
    'IVA-S': 'IVA superreducido',
    EXENTO: 'Exento',
    EXPORT: 'Exportación',
    INTRA: 'Entrega intracomunitaria',
    'INTRA-SERV': 'Servicio a empresa de la Unión',
    ISP: 'Inversión del sujeto pasivo',
    'ISP-84G': 'Inversión del sujeto pasivo (metales, móviles, portátiles)',
    'NO-SUJETA': 'No sujeta por localización',
    'IVA-G-RE': 'IVA general con recargo',
    'IVA-R-RE': 'IVA reducido con recargo',
    'IVA-S-RE': 'IVA superreducido con recargo',
    'IVA-T-RE': 'Tabaco con recargo',
  },
  state: 'Estado',
  facts: 'Datos',
  search: 'Buscar por código o nombre',
  empty: { title: 'El catálogo está vacío', text: 'Dé de alta el primer artículo, o importe el fichero de su tienda.' },
  new: { title: 'Nuevo artículo', done: '{{code}} está en el catálogo.' },
  edit: { action: 'Modificar', title: 'Modificar {{code}}', done: 'Se ha guardado {{code}}.' },
  retire: {
    action: 'Sacar del catálogo',
    title: 'Sacar {{code}} del catálogo',
    text: 'Ya no se podrá pedir ni facturar. Los pedidos en curso, las existencias y los documentos se quedan como están, y puede volver a ponerse en venta.',
    done: '{{code}} está fuera del catálogo.',
  },
  restore: {
    action: 'Poner en venta',
    title: 'Poner {{code}} en venta',
    text: 'Se podrá volver a pedir y a facturar, con el precio que tiene.',
    done: '{{code}} está otra vez en el catálogo.',
  },
  faults: {
    code: 'De 1 a 40 caracteres, sin el signo #.',
    name: 'Escriba el nombre, de hasta 160 caracteres.',
    unit: 'De 1 a 6 letras o cifras, como pc, kg o h.',
    price: 'Un precio de cero o más, con seis decimales como mucho.',
    taxCode: 'Elija un tipo de IVA.',
  },
} as const;

export const errors = {
  codes: {
    'item-code_exists': 'Otro artículo tiene ya ese código. Escriba otro.',
    item_inactive: 'Uno de los artículos está retirado de la venta. Quítelo de las líneas o vuelva a activarlo.',
    item_not_found: 'Uno de los artículos no existe. Elíjalo de la lista.',
    item_not_stocked: 'Uno de los artículos es un servicio y no tiene existencias. Quítelo de las líneas.',
  },
  figures: {
    'item-code_exists': 'Otro artículo tiene ya el código {{id, id}}. Escriba otro.',
    item_inactive: 'Línea {{line, number}}: {{item}} está retirado de la venta. Quítelo o vuelva a activarlo.',
    item_not_found: 'Línea {{line, number}}: ese artículo no existe. Elíjalo de la lista.',
    item_not_stocked: '{{item}} es un servicio y no tiene existencias. Elija una mercancía.',
  },
};

export const states = {
  item: { active: 'En catálogo', inactive: 'Fuera de catálogo' },
};

export const palette = {
  kinds: {
    item: 'Artículos',
  },
};

export const menu = {
  items: 'Artículos',
};

export const commands = {
  newItem: 'Nuevo artículo',
};

declare global {
  interface ConsoleTexts {
    items: typeof items;
  }
}
