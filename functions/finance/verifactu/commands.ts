import { verifactu } from '#api/finance/verifactu.ts';
import { VerifactuEvents } from '#domain/finance/einvoice/verifactu-event.ts';
import { verifactuEventView } from '#domain/finance/einvoice/verifactu-wire.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { command, serveModule } from '../../platform/service.ts';
import { checkChain } from './chain-check.ts';

export const checkVerifactuChain = command(
  verifactu.actions.checkVerifactuChain,
  creates(VerifactuEvents, 'vfe'),
  async ({ body: { from = 1 }, records, newId, now }) => [
    create(VerifactuEvents, newId('vfe'), { what: 'checked' as const, at: now.toISOString(), ...(await checkChain(records, from)) }),
  ],
  verifactuEventView,
);

export const handler = serveModule(verifactu, { checkVerifactuChain });
