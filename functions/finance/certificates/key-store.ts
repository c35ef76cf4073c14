import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  ResourceExistsException,
  ResourceNotFoundException,
  RestoreSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import type { SigningCertificate } from '../einvoice/certificate-file.ts';

const secrets = new SecretsManagerClient({});

/** The company is a part of the name, as it is of every key: from the verified token alone. */
const nameOf = (tenant: string, fingerprint: string): string => `trastienda/${tenant}/certificate/${fingerprint}`;
/** Days in which a deleted key can be had back by who runs the deployment. */
const RECOVERY_DAYS = 7;

/** It is not there, or deleted and could be had back for a while. */
const isGone = (error: unknown) => error instanceof ResourceNotFoundException || error instanceof InvalidRequestException;

const Kept = z.object({ key: z.string(), certificates: z.readonly(z.array(z.string())) });

/** Keeps what signs; harmless where it is kept already. One that was forgotten a while ago still has its name, and its key: it is had back. */
export async function keepKey(tenant: string, fingerprint: string, certificate: SigningCertificate): Promise<void> {
  try {
    await secrets.send(new CreateSecretCommand({ Name: nameOf(tenant, fingerprint), SecretString: JSON.stringify(certificate) }));
  } catch (error) {
    if (error instanceof InvalidRequestException) await secrets.send(new RestoreSecretCommand({ SecretId: nameOf(tenant, fingerprint) }));
    else if (!(error instanceof ResourceExistsException)) throw error;
  }
}

/** What signs; undefined where it is not kept. */
export async function keptKey(tenant: string, fingerprint: string): Promise<SigningCertificate | undefined> {
  try {
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: nameOf(tenant, fingerprint) }));
    return Kept.parse(JSON.parse(SecretString));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

export async function forgetKey(tenant: string, fingerprint: string): Promise<void> {
  try {
    await secrets.send(new DeleteSecretCommand({ SecretId: nameOf(tenant, fingerprint), RecoveryWindowInDays: RECOVERY_DAYS }));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
