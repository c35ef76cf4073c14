/** Where what this program writes would go. */
export const CHANNELS = ['aeat-verifactu', 'aeat-requirement', 'public-platform', 'face'] as const;
export type ChannelId = (typeof CHANNELS)[number];

/**
 * A road out of the house. `person`: somebody takes the file there, and brings the answer back. `itself`: the deployment sends it; none
 * does so yet. It would need what `needs` says, and a worker of its own that does nothing else.
 */
export interface EInvoiceChannel {
  readonly id: ChannelId;
  readonly by: 'person' | 'itself';
  /** Where it is taken; absent where nothing is published. */
  readonly address?: string;
  readonly needs: 'certificate' | 'registration' | 'publication';
}

/** Addresses as the WSDL of AEAT has them (SistemaFacturacion.wsdl), and FACe its page for who hands invoices in. */
export const EINVOICE_CHANNELS: readonly EInvoiceChannel[] = [
  {
    ...{ id: 'aeat-verifactu', by: 'person', needs: 'certificate' },
    address: 'https://www1.agenciatributaria.gob.es/wlpl/TIKE-CONT/ws/SistemaFacturacion/VerifactuSOAP',
  },
  {
    ...{ id: 'aeat-requirement', by: 'person', needs: 'certificate' },
    address: 'https://www1.agenciatributaria.gob.es/wlpl/TIKE-CONT/ws/SistemaFacturacion/RequerimientoSOAP',
  },
  // RD 238/2026: its addresses and forms of sending are not published.
  { id: 'public-platform', by: 'person', needs: 'publication' },
  { id: 'face', by: 'person', needs: 'registration', address: 'https://face.gob.es' },
];

/** Whether an invoice is one that AEAT can verify: only where each record is sent by itself, at once and without a gap (RD 1007/2023 art. 16.1). */
export const verifactuMode = (channels: readonly EInvoiceChannel[] = EINVOICE_CHANNELS): 'verifactu' | 'kept' =>
  channels.some(({ id, by }) => id === 'aeat-verifactu' && by === 'itself') ? 'verifactu' : 'kept';
