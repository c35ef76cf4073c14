export const equipment = {
  section: 'Material entregado',
  name: 'Material',
  type: 'Tipo',
  types: { laptop: 'Portátil', phone: 'Teléfono', key: 'Llave', vehicle: 'Vehículo', card: 'Tarjeta', other: 'Otro' },
  number: 'Número de serie o de inventario',
  numberHint: 'No puede repetirse.',
  asset: 'Activo fijo',
  assetChosen: 'Ver el activo',
  note: 'Comentario',
  holder: 'Quién lo tiene',
  since: 'Desde',
  from: 'Entregado el',
  until: 'Devuelto el',
  condition: 'Estado al entregarlo',
  conditionBack: 'Estado al devolverlo',
  about: 'El material',
  holdings: 'Quién lo ha tenido',
  never: 'Todavía no se ha entregado a nadie.',
  retiredOn: 'Dado de baja el',
  views: { out: 'Entregado' },
  'new': 'Nuevo material',
  saved: '{{name}}: guardado.',
  change: 'Corregir los datos',
  handOver: 'Entregar',
  handOverOf: 'Entregar {{name}}',
  handedOver: '{{holder}} tiene ahora {{name}}.',
  takeBack: 'Recoger',
  takeBackOf: 'Recoger {{name}}',
  takenBack: '{{name}} vuelve a estar disponible.',
  retire: 'Dar de baja',
  retired: 'El material está dado de baja.',
  search: 'Buscar por nombre o número',
  empty: { title: 'No hay material', text: 'Añada los portátiles, teléfonos, llaves, vehículos y tarjetas que entrega a la plantilla.' },
};
export const menu = { equipment: 'Material' };
export const commands = { newEquipment: 'Añadir material' };
export const states = { equipment: { available: 'Disponible', 'handed-over': 'Entregado', retired: 'De baja' } };
export const palette = { kinds: { equipment: 'Material' } };
export const records = {
  did: {
    createEquipment: 'Dio de alta el material',
    patchEquipment: 'Corrigió los datos',
    handOverEquipment: 'Entregó el material',
    takeBackEquipment: 'Recogió el material',
    retireEquipment: 'Dio de baja el material',
  },
};
export const errors = {
  codes: {
    equipment_not_found: 'No se encuentra ese material, o usted no puede verlo.',
    equipment_number_taken: 'Otro material ya tiene ese número. Compruebe si ya estaba dado de alta.',
    equipment_retired: 'Ese material está dado de baja. Dé de alta otro.',
    equipment_held: 'Alguien lo tiene. Recójalo antes.',
    equipment_not_held: 'No lo tiene nadie.',
    equipment_future: 'Ese día todavía no ha llegado. Anótelo cuando ocurra.',
    equipment_dates: 'Ese día es anterior a lo último anotado de este material. Elija un día posterior.',
    equipment_state: 'El material ya no está en ese punto. Vuelva a abrirlo.',
  },
  figures: {
    equipment_retired: 'Está dado de baja desde el {{on, date}}. Dé de alta otro.',
    equipment_future: 'El {{on, date}} todavía no ha llegado. Anótelo cuando ocurra.',
    equipment_dates: 'Lo último anotado de este material es del {{last, date}}. Elija ese día o uno posterior.',
  },
};

declare global {
  interface ConsoleTexts {
    equipment: typeof equipment;
  }
}
