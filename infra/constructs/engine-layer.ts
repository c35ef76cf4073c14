import { join } from 'node:path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Target } from '../target.ts';
import { built } from './back-office-function.ts';

/** What functions work with that no bundle holds. */
const ENGINES = {
  print: { id: 'PrintEngine', says: 'Engine and fonts of printed documents' },
  scan: { id: 'ScanEngine', says: 'What pages of scans and photos are recognised by' },
} as const;
export type Engine = keyof typeof ENGINES;

/**
 * Puts an engine in a function's reach: 64 MB and 40 MB that are no part of its bundle. On AWS it is a layer, one for all
 * functions of a stack. The local cloud runs functions on this machine, where it is installed already: a layer would be
 * packed, sent and kept with each of its deployments for nothing.
 */
export function addEngine(stack: Construct, fn: lambda.Function, target: Target, engine: Engine): void {
  if (target.name === 'local') fn.addEnvironment('NODE_PATH', join(import.meta.dirname, '..', '..', 'node_modules'));
  else fn.addLayers((stack.node.tryFindChild(ENGINES[engine].id) as lambda.LayerVersion | undefined) ?? layerOf(stack, engine));
}

const layerOf = (stack: Construct, engine: Engine): lambda.LayerVersion =>
  new lambda.LayerVersion(stack, ENGINES[engine].id, {
    description: ENGINES[engine].says,
    code: lambda.Code.fromAsset(built('layers', engine)),
    compatibleArchitectures: [lambda.Architecture.ARM_64],
    compatibleRuntimes: [lambda.Runtime.NODEJS_24_X],
  });
