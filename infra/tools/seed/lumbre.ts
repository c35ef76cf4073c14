import { customersFrom, itemsFrom, type Profile } from './profile.ts';

const items = itemsFrom(`
  LH-1001 | Mesa de comedor de roble 160 × 90 | pc | 389.00 | 221.00 | IVA-G
  LH-1002 | Mesa auxiliar redonda de nogal | pc | 119.00 | 61.50 | IVA-G
  LH-1003 | Silla tapizada Alba, gris | pc | 84.90 | 44.20 | IVA-G
  LH-1004 | Silla de haya Duero | pc | 62.50 | 31.80 | IVA-G
  LH-1005 | Taburete alto de cocina | pc | 54.90 | 27.40 | IVA-G
  LH-1006 | Estantería modular 5 baldas | pc | 149.00 | 82.30 | IVA-G
  LH-1007 | Aparador tres puertas Tajo | pc | 429.00 | 252.00 | IVA-G
  LH-1008 | Mesilla de noche Lino | pc | 79.90 | 41.10 | IVA-G
  LH-1009 | Perchero de pie de fresno | pc | 59.00 | 28.60 | IVA-G
  LH-1010 | Banco de entrada con zapatero | pc | 134.00 | 72.90 | IVA-G
  LH-2001 | Lámpara de pie Candela | pc | 96.00 | 49.70 | IVA-G
  LH-2002 | Lámpara de sobremesa Mecha | pc | 48.50 | 22.90 | IVA-G
  LH-2003 | Aplique de pared de latón | pc | 37.90 | 17.45 | IVA-G
  LH-2004 | Guirnalda LED 10 m | pc | 19.95 | 7.80 | IVA-G
  LH-2005 | Bombilla LED E27 cálida, pack de 3 | pack | 11.90 | 5.10 | IVA-G
  LH-2006 | Farolillo solar de jardín | pc | 14.50 | 6.05 | IVA-G
  LH-3001 | Juego de sábanas de algodón 150 | pc | 49.90 | 23.60 | IVA-G
  LH-3002 | Funda nórdica de lino 240 | pc | 89.00 | 46.80 | IVA-G
  LH-3003 | Cojín bordado 45 × 45 | pc | 17.90 | 7.25 | IVA-G
  LH-3004 | Manta de lana de la sierra | pc | 64.00 | 33.10 | IVA-G
  LH-3005 | Alfombra de yute 160 × 230 | pc | 129.00 | 68.40 | IVA-G
  LH-3006 | Juego de toallas, 3 piezas | pc | 29.90 | 13.70 | IVA-G
  LH-3007 | Cortina opaca 140 × 260 | pc | 34.90 | 16.20 | IVA-G
  LH-3008 | Mantel antimanchas 140 × 200 | pc | 24.50 | 10.80 | IVA-G
  LH-3009 | Delantal de loneta | pc | 16.90 | 6.90 | IVA-G
  LH-4001 | Vajilla de gres 18 piezas | pc | 74.90 | 38.20 | IVA-G
  LH-4002 | Cubertería de acero 24 piezas | pc | 59.90 | 29.40 | IVA-G
  LH-4003 | Copa de vino, caja de 6 | box | 27.90 | 12.95 | IVA-G
  LH-4004 | Taza de cerámica Alfar | pc | 9.50 | 3.60 | IVA-G
  LH-4005 | Cafetera italiana 6 tazas | pc | 26.90 | 12.10 | IVA-G
  LH-4006 | Sartén de hierro 28 cm | pc | 39.90 | 19.30 | IVA-G
  LH-4007 | Cazuela de barro 32 cm | pc | 18.90 | 7.90 | IVA-G
  LH-4008 | Tabla de cortar de olivo | pc | 23.50 | 10.40 | IVA-G
  LH-4009 | Juego de cuchillos, 5 piezas | pc | 69.90 | 36.50 | IVA-G
  LH-4010 | Tarro hermético 1 l | pc | 6.90 | 2.45 | IVA-G
  LH-4011 | Jarra de vidrio reciclado | pc | 15.90 | 6.40 | IVA-G
  LH-4012 | Paellera pulida 46 cm | pc | 31.50 | 15.20 | IVA-G
  LH-5001 | Maceta de terracota 24 cm | pc | 12.90 | 4.90 | IVA-G
  LH-5002 | Jardinera de balcón | pc | 21.90 | 9.80 | IVA-G
  LH-5003 | Olivo en maceta | pc | 34.90 | 17.60 | IVA-R
  LH-5004 | Monstera de interior | pc | 24.90 | 11.30 | IVA-R
  LH-5005 | Lavanda, bandeja de 6 | pc | 14.90 | 6.20 | IVA-R
  LH-5006 | Semillas de huerto urbano | pack | 7.50 | 2.60 | IVA-R
  LH-5007 | Sustrato universal 20 l | pc | 6.95 | 2.90 | IVA-R
  LH-6001 | Aceite de oliva virgen extra 500 ml | pc | 9.90 | 5.60 | IVA-S
  LH-6002 | Miel de romero 500 g | pc | 7.80 | 3.90 | IVA-R
  LH-6003 | Café molido de tueste natural 250 g | pc | 5.40 | 2.55 | IVA-R
  LH-6004 | Infusiones de la huerta, caja | box | 4.90 | 1.95 | IVA-R
  LH-6005 | Cesta de desayuno | pc | 29.00 | 16.80 | IVA-R
  LH-7001 | Libro: Cocina de temporada | pc | 22.00 | 12.10 | IVA-S
  LH-7002 | Libro: Plantas que no mueren | pc | 18.50 | 10.20 | IVA-S
  LH-7003 | Libro: La casa ordenada | pc | 16.90 | 9.30 | IVA-S
  LH-8001 | Vela aromática de higuera | pc | 13.90 | 4.85 | IVA-G
  LH-8002 | Difusor de varillas, azahar | pc | 18.90 | 7.30 | IVA-G
  LH-8003 | Jabón artesano, pack de 4 | pack | 11.50 | 4.30 | IVA-G
  LH-8004 | Cesta de mimbre mediana | pc | 26.50 | 12.40 | IVA-G
  LH-8005 | Espejo redondo 60 cm | pc | 58.00 | 29.90 | IVA-G
  LH-8006 | Marco de fotos 13 × 18 | pc | 8.90 | 3.10 | IVA-G
  LH-8007 | Reloj de pared Sobremesa | pc | 32.90 | 15.60 | IVA-G
  LH-9001 | Montaje a domicilio | h | 28.00 | - | IVA-G
  LH-9002 | Transporte a domicilio | pc | 15.00 | - | IVA-G
  LH-9003 | Asesoría de interiorismo | h | 45.00 | - | IVA-G
`);

const customers = customersFrom(`
  Hotel Puerta del Carmen, S.L. | B | Calle de Alcalá 214 | 28028 | Madrid | Madrid | 30 | 12000
  Casa Rural La Encina, S.L. | B | Camino de la Fuente 3 | 40150 | Villacastín | Segovia | 30 | 6000
  Restaurante El Candil, S.L. | B | Calle Huertas 41 | 28014 | Madrid | Madrid | 15 | 4000
  Apartamentos Bahía Azul, S.L. | B | Paseo Marítimo 88 | 29016 | Málaga | Málaga | 45 | 15000
  Cafetería Las Delicias, C.B. | E | Calle Delicias 12 | 50017 | Zaragoza | Zaragoza | 15 | -
  Estudio Nómada Interiores, S.L. | B | Carrer de Girona 57 | 08009 | Barcelona | Barcelona | 30 | 9000
  Residencia Monte Sereno, S.A. | A | Avenida de Galicia 9 | 33005 | Oviedo | Asturias | 60 | 20000
  Clínica Dental Prado, S.L.P. | B | Calle del Prado 6 | 47003 | Valladolid | Valladolid | 30 | -
  Colegio San Telmo | G | Calle Cuna 30 | 41004 | Sevilla | Sevilla | 60 | 8000
  Hostal Mirador de la Ría, S.L. | B | Rúa do Vilar 19 | 15705 | Santiago de Compostela | A Coruña | 30 | 5000
  Gestoría Ibáñez y Lafuente, S.L. | B | Calle Mayor 77 | 31001 | Pamplona | Navarra | 30 | -
  Bodegas Peñalba, S.A. | A | Carretera de Logroño, km 4 | 26200 | Haro | La Rioja | 45 | 10000
  Coworking La Nave, S.L. | B | Calle Colón 15 | 46004 | Valencia | València | 30 | 7000
  Panadería Artesana Trigal, S.L. | B | Plaza Mayor 4 | 37002 | Salamanca | Salamanca | 15 | -
  Escuela de Cocina Sal y Tierra, S.L. | B | Calle Larios 8 | 29005 | Málaga | Málaga | 30 | 6500
  Peluquería Carmen Rueda | P | Calle San Juan 21 | 09003 | Burgos | Burgos | 15 | -
  Inmuebles del Ebro, S.L. | B | Paseo de Sagasta 33 | 50008 | Zaragoza | Zaragoza | 30 | 9500
  Camping Los Sauces, S.L. | B | Carretera N-260, km 310 | 22340 | Boltaña | Huesca | 30 | -
  Fundación Puente Vivo | G | Calle Bailén 5 | 48003 | Bilbao | Bizkaia | 45 | 5000
  Taller de Cerámica El Torno, S.L. | B | Calle Alfareros 17 | 45600 | Talavera de la Reina | Toledo | 30 | -
  Marina Ferrer Solé | P | Carrer Major 102 | 25007 | Lleida | Lleida | 0 | -
  Antonio Gálvez Romero | P | Calle Real 64 | 11100 | San Fernando | Cádiz | 0 | -
  Lucía Ortega Blanco | P | Calle Serrano 120 | 28006 | Madrid | Madrid | 0 | -
  Javier Etxeberria Lasa | P | Calle Urbieta 40 | 20006 | Donostia | Gipuzkoa | 0 | -
  Rosa María Pineda Gil | P | Avenida de la Constitución 18 | 18012 | Granada | Granada | 0 | -
  Iván Castro Figueroa | P | Rúa Real 55 | 15003 | A Coruña | A Coruña | 0 | -
  Teresa Vidal Montaner | P | Carrer de Sant Miquel 31 | 07002 | Palma | Illes Balears | 0 | -
  Manuel Herrero Cano | P | Calle Ancha 9 | 24003 | León | León | 0 | -
  Nuria Campos Ávila | P | Calle Trapería 22 | 30001 | Murcia | Murcia | 0 | -
  Sergio Domínguez Peña | P | Calle Toro 48 | 37002 | Salamanca | Salamanca | 0 | -
  Beatriz Llorente Sanz | P | Calle Laurel 13 | 26001 | Logroño | La Rioja | 0 | -
  Óscar Navarro Prieto | P | Calle Tesifonte Gallego 7 | 02002 | Albacete | Albacete | 0 | -
  Elena Suárez Menéndez | P | Calle Corrida 36 | 33206 | Gijón | Asturias | 0 | -
  Francisco Javier Molina Rey | P | Avenida de Andalucía 51 | 23005 | Jaén | Jaén | 0 | -
  Ana Belén Cortés Duarte | P | Calle Menacho 28 | 06001 | Badajoz | Badajoz | 0 | -
  Pilar Esteban Royo | P | Calle San Vicente 11 | 44001 | Teruel | Teruel | 0 | -
  Gonzalo Arias Quintana | P | Calle Betis 90 | 41010 | Sevilla | Sevilla | 0 | -
  Mercè Puig Rovira | P | Carrer Nou 14 | 17001 | Girona | Girona | 0 | -
  Rafael Cordero Luna | P | Calle Cruz Conde 25 | 14001 | Córdoba | Córdoba | 0 | -
  Inés Zabala Oriol | P | Calle Dato 19 | 01005 | Vitoria-Gasteiz | Araba | 0 | -
`);

/** A shop for home goods: what is not there is not sold; the invoice goes with the goods; who pays late is reminded. */
export const lumbre: Profile = {
  tenant: 'lumbre',
  settings: {
    name: 'Lumbre Hogar, S.L.',
    taxId: 'B12345674',
    email: 'hola@lumbre.example',
    timeZone: 'Europe/Madrid',
    address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', province: 'Madrid', country: 'ES' },
    iban: 'ES9121000418450200051332',
    policies: {
      shortage: 'refuse',
      invoiceOn: 'shipment',
      simplifiedUpTo: 'three-thousand',
      dunningDays: [3, 15, 30],
      refunds: 'manual',
      billApprovalLimit: { amount: '6000.00', currency: 'EUR' },
    },
  },
  importsShop: true,
  items,
  customers,
  warehouse: { code: 'getafe', name: 'Almacén de Getafe' },
  ownAccount: { code: '6230001', name: 'Fotografía y diseño de catálogo' },
  deck: {
    settled: 40,
    counter: 10,
    open: 8,
    overdue: 6,
    partPaid: 4,
    overpaid: 3,
    bounced: 2,
    split: 6,
    partShipped: 4,
    placed: 6,
    quote: 4,
    accepted: 4,
    cancelled: 4,
    credited: 4,
    returned: 4,
  },
  units: { lines: [1, 4], quantity: [1, 6] },
  supplier: 'Muebles y Menaje del Sur, S.A.',
  largeBill: 7_500_00,
  activity: 'professional',
  capital: 45_000_00,
  rent: 690_00,
  payroll: 1_900_00,
  paid: [2],
};
