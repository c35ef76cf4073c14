const BASE = 'https://www2.agenciatributaria.gob.es/static_files/common/internet/dep/aplicaciones/es/aeat/tike/cont/ws';

/** One line of an answer of AEAT. */
export interface AnsweredRecord {
  readonly number: string;
  /** 01-12-2026 */
  readonly date: string;
  readonly state?: 'Correcto' | 'AceptadoConErrores' | 'Incorrecto';
  readonly kind?: 'Alta' | 'Anulacion';
  readonly code?: string;
  readonly text?: string;
  /** In what state AEAT has it already. */
  readonly known?: string;
}

/** An answer of AEAT to records that were sent, by RespuestaSuministro.xsd. */
export function verifactuAnswer(
  status: 'Correcto' | 'ParcialmenteCorrecto' | 'Incorrecto',
  lines: readonly AnsweredRecord[],
  issuer = 'B12345674',
): string {
  const written = lines.map(
    ({ number, date, state = 'Correcto', kind = 'Alta', code, text, known }) =>
      `<r:RespuestaLinea><r:IDFactura><s:IDEmisorFactura>${issuer}</s:IDEmisorFactura><s:NumSerieFactura>${number}</s:NumSerieFactura>` +
      `<s:FechaExpedicionFactura>${date}</s:FechaExpedicionFactura></r:IDFactura><r:Operacion><s:TipoOperacion>${kind}</s:TipoOperacion></r:Operacion>` +
      `<r:EstadoRegistro>${state}</r:EstadoRegistro>${code ? `<r:CodigoErrorRegistro>${code}</r:CodigoErrorRegistro>` : ''}` +
      `${text ? `<r:DescripcionErrorRegistro>${text}</r:DescripcionErrorRegistro>` : ''}` +
      `${known ? `<r:RegistroDuplicado><s:IdPeticionRegistroDuplicado>20261201-1</s:IdPeticionRegistroDuplicado><s:EstadoRegistroDuplicado>${known}</s:EstadoRegistroDuplicado></r:RegistroDuplicado>` : ''}</r:RespuestaLinea>`,
  );
  const proof = status === 'Incorrecto' ? '' : '<r:CSV>A-7F3K2M9QXYZ</r:CSV>';
  return (
    `<r:RespuestaRegFactuSistemaFacturacion xmlns:r="${BASE}/RespuestaSuministro.xsd" xmlns:s="${BASE}/SuministroInformacion.xsd">${proof}` +
    `<r:DatosPresentacion><s:NIFPresentador>${issuer}</s:NIFPresentador><s:TimestampPresentacion>2026-12-01T13:00:00+01:00</s:TimestampPresentacion></r:DatosPresentacion>` +
    `<r:Cabecera><s:ObligadoEmision><s:NombreRazon>Lumbre Hogar, S.L.</s:NombreRazon><s:NIF>${issuer}</s:NIF></s:ObligadoEmision></r:Cabecera>` +
    `<r:TiempoEsperaEnvio>60</r:TiempoEsperaEnvio><r:EstadoEnvio>${status}</r:EstadoEnvio>${written.join('')}</r:RespuestaRegFactuSistemaFacturacion>`
  );
}

/** A document within the envelope of SOAP that AEAT's service answers with. */
export const enveloped = (xml: string): string =>
  `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header/><env:Body>${xml}</env:Body></env:Envelope>`;
