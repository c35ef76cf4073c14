import { customersFrom, itemsFrom, type Profile } from './profile.ts';

const items = itemsFrom(`
  NS-0101 | Bolsa de papel kraft 32 × 41, caja de 250 | box | 42.50 | 27.10 | IVA-G
  NS-0102 | Caja de cartón 40 × 30 × 25, paquete de 25 | pack | 21.80 | 13.60 | IVA-G
  NS-0103 | Film estirable manual 23 µ | pc | 8.90 | 5.35 | IVA-G
  NS-0104 | Cinta de embalar, caja de 36 | box | 38.40 | 24.20 | IVA-G
  NS-0105 | Sobre acolchado A4, caja de 100 | box | 29.50 | 18.10 | IVA-G
  NS-0106 | Etiqueta térmica 100 × 150, rollo | pc | 6.75 | 3.95 | IVA-G
  NS-0107 | Palé de madera 1200 × 800 | pc | 14.20 | 9.40 | IVA-G
  NS-0108 | Precinto de seguridad, bolsa de 100 | pack | 17.90 | 10.60 | IVA-G
  NS-0201 | Detergente lavavajillas 20 l | pc | 34.60 | 22.40 | IVA-G
  NS-0202 | Desengrasante industrial 5 l | pc | 12.80 | 7.70 | IVA-G
  NS-0203 | Lejía alimentaria 5 l, caja de 4 | box | 11.60 | 6.90 | IVA-G
  NS-0204 | Papel higiénico industrial, paquete de 18 | pack | 26.90 | 17.30 | IVA-G
  NS-0205 | Bobina secamanos, paquete de 6 | pack | 22.40 | 14.10 | IVA-G
  NS-0206 | Bayeta de microfibra, paquete de 10 | pack | 9.80 | 5.20 | IVA-G
  NS-0207 | Guante de nitrilo talla M, caja de 100 | box | 7.95 | 4.85 | IVA-G
  NS-0208 | Bolsa de basura 85 × 105, rollo | pc | 3.20 | 1.85 | IVA-G
  NS-0301 | Aceite de oliva virgen extra 5 l | pc | 44.80 | 33.20 | IVA-S
  NS-0302 | Harina de trigo 25 kg | pc | 18.40 | 12.90 | IVA-S
  NS-0303 | Arroz bomba 5 kg | pc | 19.90 | 13.80 | IVA-R
  NS-0304 | Azúcar blanco 1 kg, caja de 10 | box | 12.50 | 8.60 | IVA-R
  NS-0305 | Café en grano 1 kg | pc | 14.70 | 9.30 | IVA-R
  NS-0306 | Agua mineral 1,5 l, paquete de 6 | pack | 2.85 | 1.70 | IVA-R
  NS-0307 | Huevos camperos, caja de 15 docenas | box | 38.90 | 29.50 | IVA-S
  NS-0308 | Leche entera 1 l, caja de 12 | box | 11.20 | 8.30 | IVA-S
  NS-0401 | Tornillo 4 × 40, caja de 500 | box | 13.40 | 7.60 | IVA-G
  NS-0402 | Silicona neutra transparente, caja de 12 | box | 46.80 | 29.90 | IVA-G
  NS-0403 | Disco de corte 115 mm, paquete de 25 | pack | 24.90 | 14.80 | IVA-G
  NS-0404 | Brida de nailon 200 mm, bolsa de 100 | pack | 4.60 | 2.20 | IVA-G
  NS-0405 | Casco de obra | pc | 8.20 | 4.70 | IVA-G
  NS-0406 | Chaleco reflectante | pc | 3.90 | 1.80 | IVA-G
  NS-0407 | Bota de seguridad S3 | pc | 39.50 | 24.60 | IVA-G
  NS-0408 | Manguera de riego 50 m | pc | 31.20 | 19.40 | IVA-G
  NS-0501 | Estufa de pellets 8 kW | pc | 890.00 | 612.00 | IVA-G | scarce
  NS-0502 | Generador portátil 2 kW | pc | 465.00 | 318.00 | IVA-G | scarce
  NS-9001 | Entrega urgente en 24 h | pc | 18.00 | - | IVA-G
  NS-9002 | Paletizado a medida | h | 26.00 | - | IVA-G
  NS-9003 | Mantenimiento de dispensadores | h | 34.00 | - | IVA-G
`);

const customers = customersFrom(`
  Lumbre Hogar, S.L. | =B12345674 | Calle Mayor 1 | 28013 | Madrid | Madrid | 30 | 50000
  Supermercados Cantábrico, S.A. | A | Polígono de Raos, parcela 12 | 39011 | Santander | Cantabria | 60 | 120000
  Hostelería Gran Vía, S.L. | B | Gran Vía 44 | 48011 | Bilbao | Bizkaia | 30 | 36000
  Construcciones Aguirre Hermanos, S.L. | B | Calle Autonomía 26 | 48012 | Bilbao | Bizkaia | 45 | 44000
  Comedores Escolares del Norte, S.L. | B | Avenida de la Libertad 17 | 20004 | Donostia | Gipuzkoa | 60 | 60000
  Ferretería La Llave, S.L. | B | Calle Uría 51 | 33003 | Oviedo | Asturias | 30 | 24000
  Panificadora San Roque, S.A. | A | Calle Marqués de Valdecilla 8 | 39110 | Soto de la Marina | Cantabria | 30 | 40000
  Lavandería Industrial Ola, S.L. | B | Polígono Espíritu Santo 6 | 33010 | Oviedo | Asturias | 30 | -
  Transportes Picos, S.L. | B | Carretera de Torrelavega, km 2 | 39300 | Torrelavega | Cantabria | 45 | 30000
  Cooperativa Valle del Nansa | F | Barrio de la Iglesia 1 | 39554 | Rionansa | Cantabria | 60 | 32000
  Hotel Costa Esmeralda, S.A. | A | Paseo de Pereda 32 | 39004 | Santander | Cantabria | 45 | 48000
  Sidrería El Tonel, S.L. | B | Calle Gascona 9 | 33001 | Oviedo | Asturias | 15 | 10000
  Clínicas Salud Cantabria, S.L. | B | Calle Castelar 21 | 39004 | Santander | Cantabria | 30 | -
  Reformas Integrales Mena, S.L. | B | Calle Zabalbide 60 | 48006 | Bilbao | Bizkaia | 30 | 18000
  Mercería Online Hilo Fino, S.L. | B | Calle Portales 45 | 26001 | Logroño | La Rioja | 30 | 14000
  Residencia La Marina, S.L. | B | Calle Marina 3 | 33201 | Gijón | Asturias | 45 | 28000
  Catering Buen Provecho, S.L. | B | Calle San Fernando 70 | 39010 | Santander | Cantabria | 30 | 17000
  Viveros Liébana, S.L. | B | Calle Doctor Encinas 15 | 39570 | Potes | Cantabria | 30 | -
  Gasolineras del Besaya, S.A. | A | Avenida de Solvay 40 | 39300 | Torrelavega | Cantabria | 30 | 40000
  Talleres Mecánicos Ruiz, C.B. | E | Calle Alta 88 | 39008 | Santander | Cantabria | 15 | -
  Bazar Todo a Mano, S.L. | B | Calle Fueros 12 | 01004 | Vitoria-Gasteiz | Araba | 30 | 12000
  Librería Papelería Estvdio Sur, S.L. | B | Calle Burgos 5 | 39008 | Santander | Cantabria | 30 | -
  Pesquerías Santoña, S.A. | A | Puerto pesquero, nave 7 | 39740 | Santoña | Cantabria | 30 | 52000
  Camping Playa de Oyambre, S.L. | B | Finca Peña Gerra | 39540 | San Vicente de la Barquera | Cantabria | 30 | -
  Eventos Bahía, S.L. | B | Calle Hernán Cortés 18 | 39003 | Santander | Cantabria | 15 | 20000
  Marta Revilla Gómez | P | Calle Santa Lucía 27 | 39003 | Santander | Cantabria | 0 | -
  Joseba Arrieta Mendizabal | P | Calle Iparraguirre 34 | 48011 | Bilbao | Bizkaia | 0 | -
  Covadonga Prendes Álvarez | P | Calle Marqués de San Esteban 14 | 33206 | Gijón | Asturias | 0 | -
`);

/** A wholesaler: what is not there is promised for later; the invoice goes with the order; what was paid too much goes back by itself. */
export const norte: Profile = {
  tenant: 'norte',
  settings: {
    name: 'Norte Suministros, S.L.',
    taxId: 'B39123450',
    email: 'pedidos@norte.example',
    timeZone: 'Europe/Madrid',
    address: { street: 'Polígono de Candina, nave 14', postalCode: '39011', city: 'Santander', province: 'Cantabria', country: 'ES' },
    iban: 'ES7921000813610123456789',
    policies: {
      shortage: 'backorder',
      invoiceOn: 'order',
      dunningDays: [10, 30],
      refunds: 'automatic',
      billApprovalLimit: { amount: '20000.00', currency: 'EUR' },
    },
  },
  importsShop: false,
  items,
  customers,
  warehouse: { code: 'gijon', name: 'Delegación de Gijón' },
  ownAccount: { code: '6240001', name: 'Transporte: reparto propio' },
  deck: {
    settled: 34,
    counter: 4,
    open: 8,
    overdue: 4,
    partPaid: 4,
    overpaid: 2,
    bounced: 1,
    split: 5,
    partShipped: 4,
    placed: 5,
    backOrdered: 4,
    quote: 3,
    accepted: 3,
    cancelled: 2,
    paidThenCancelled: 3,
    credited: 3,
    returned: 2,
  },
  units: { lines: [2, 6], quantity: [4, 40] },
  supplier: 'Distribuciones Atlánticas, S.A.',
  largeBill: 24_000_00,
  activity: 'business',
  capital: 160_000_00,
  rent: 2_100_00,
  payroll: 8_900_00,
  paid: [0, 1, 2, 3, 4],
};
