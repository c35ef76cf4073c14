import {
  DeleteSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  ResourceNotFoundException,
  RestoreSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, vi } from 'vitest';

/** Secrets Manager in memory: what it keeps by name, and what is deleted and keeps its name for some days. */
export function useSigningKeys() {
  const kept = new Map<string, string>();
  const leaving = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    leaving.clear();
    vi.spyOn(SecretsManagerClient.prototype, 'send').mockImplementation(async (sent: unknown) => answer(sent));
  });
  function answer(sent: unknown) {
    const { Name, SecretId, SecretString } = (sent as { input: { Name?: string; SecretId?: string; SecretString?: string } }).input;
    const name = Name ?? SecretId ?? '';
    if (sent instanceof RestoreSecretCommand) return restore(name);
    if (leaving.has(name)) throw new InvalidRequestException({ message: name, $metadata: {} });
    if (sent instanceof DeleteSecretCommand) leaving.set(name, kept.get(name) ?? '');
    if (SecretString) return kept.set(name, SecretString);
    if (!kept.has(name)) throw new ResourceNotFoundException({ message: name, $metadata: {} });
    return sent instanceof GetSecretValueCommand ? { SecretString: kept.get(name) } : kept.delete(name);
  }
  function restore(name: string) {
    kept.set(name, leaving.get(name) ?? '');
    return leaving.delete(name);
  }
  return { kept, leaving };
}
