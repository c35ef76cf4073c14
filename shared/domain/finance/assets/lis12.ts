/** A kind of asset of the table by which depreciation is deducted. */
export interface AssetClass {
  readonly id: string;
  /** Most that is deducted of its cost in a year, in straight lines. */
  readonly maxPercent: string;
  /** Most years that it may take. */
  readonly maxYears: number;
  /** Buildings, furniture and household goods are depreciated in straight lines alone (LIS art. 12.1.b and c). */
  readonly linearOnly: boolean;
  /** In Spanish, as the law names it. */
  readonly label: string;
  readonly labelEn: string;
}

/** Ley 27/2014 del Impuesto sobre Sociedades, art. 12.1.a: in force since 2015-01-01, checked 2026-11-29. Id, percent, years, names. */
const TABLE = `
  obra-civil-general | 2 | 100 | Obra civil general | Civil works
  pavimentos | 6 | 34 | Pavimentos | Pavements
  infraestructuras-y-obras-mineras | 7 | 30 | Infraestructuras y obras mineras | Mining works
  centrales-hidraulicas | 2 | 100 | Centrales hidráulicas | Hydroelectric plants
  centrales-nucleares | 3 | 60 | Centrales nucleares | Nuclear plants
  centrales-de-carbon | 4 | 50 | Centrales de carbón | Coal plants
  centrales-renovables | 7 | 30 | Centrales renovables | Renewable plants
  otras-centrales | 5 | 40 | Otras centrales | Other plants
  edificios-industriales | 3 | 68 | Edificios industriales | Industrial buildings
  terrenos-dedicados-exclusivamente-a-esco | 4 | 50 | Terrenos dedicados exclusivamente a escombreras | Land used only for tips
  almacenes-y-depositos-gaseosos-liquidos | 7 | 30 | Almacenes y depósitos (gaseosos, líquidos y sólidos) | Warehouses and tanks
  edificios-comerciales-administrativos-de | 2 | 100 | Edificios comerciales, administrativos, de servicios y viviendas | Commercial, office and residential buildings
  subestaciones-redes-de-transporte-y-dist | 5 | 40 | Subestaciones, redes de transporte y distribución de energía | Power substations and grids
  cables | 7 | 30 | Cables | Cables
  resto-instalaciones | 10 | 20 | Resto instalaciones | Other installations
  maquinaria | 12 | 18 | Maquinaria | Machinery
  equipos-medicos-y-asimilados | 15 | 14 | Equipos médicos y asimilados | Medical equipment
  locomotoras-vagones-y-equipos-de-traccio | 8 | 25 | Locomotoras, vagones y equipos de tracción | Locomotives and wagons
  buques-aeronaves | 10 | 20 | Buques, aeronaves | Ships and aircraft
  elementos-de-transporte-interno | 10 | 20 | Elementos de transporte interno | Internal transport
  elementos-de-transporte-externo | 16 | 14 | Elementos de transporte externo | Vehicles
  autocamiones | 20 | 10 | Autocamiones | Lorries
  mobiliario | 10 | 20 | Mobiliario | Furniture
  lenceria | 25 | 8 | Lencería | Linen
  cristaleria | 50 | 4 | Cristalería | Glassware
  utiles-y-herramientas | 25 | 8 | Útiles y herramientas | Tools
  moldes-matrices-y-modelos | 33 | 6 | Moldes, matrices y modelos | Moulds, dies and models
  otros-enseres | 15 | 14 | Otros enseres | Other fittings
  equipos-electronicos | 20 | 10 | Equipos electrónicos | Electronic equipment
  equipos-para-procesos-de-informacion | 25 | 8 | Equipos para procesos de información | Computer equipment
  sistemas-y-programas-informaticos | 33 | 6 | Sistemas y programas informáticos | Software
  producciones-cinematograficas-fonografic | 33 | 6 | Producciones cinematográficas, fonográficas, vídeos y series | Films, records and series
  otros-elementos | 10 | 20 | Otros elementos | Other items`;

/** The groups of buildings, and of furniture and household goods. */
const LINEAR_ONLY: ReadonlySet<string> = new Set([
  'edificios-industriales',
  'terrenos-dedicados-exclusivamente-a-esco',
  'almacenes-y-depositos-gaseosos-liquidos',
  'edificios-comerciales-administrativos-de',
  'mobiliario',
  'lenceria',
  'cristaleria',
  'utiles-y-herramientas',
  'moldes-matrices-y-modelos',
  'otros-enseres',
]);

export const ASSET_CLASSES: readonly AssetClass[] = /* @__PURE__ */ TABLE.trim()
  .split('\n')
  .map((row) => {
    const [id = '', maxPercent = '', maxYears = '', label = '', labelEn = ''] = row.split('|').map((part) => part.trim());
    return { id, maxPercent, maxYears: Number(maxYears), linearOnly: LINEAR_ONLY.has(id), label, labelEn };
  });
const BY_ID: ReadonlyMap<string, AssetClass> = new Map(ASSET_CLASSES.map((each) => [each.id, each]));
export const assetClass = (id: string | undefined): AssetClass | undefined => (id === undefined ? undefined : BY_ID.get(id));
