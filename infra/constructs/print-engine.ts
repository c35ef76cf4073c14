import { join } from 'node:path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Target } from '../target.ts';
import { built } from './back-office-function.ts';

/**
 * Puts the engine and the fonts of printed documents in a function's reach: 64 MB that are no part of its bundle. On AWS
 * they are a layer, one for all functions of a stack. The local cloud runs functions on this machine, where both are
 * installed already: a layer would be packed, sent and kept with each of its deployments for nothing.
 */
export function addPrintEngine(stack: Construct, fn: lambda.Function, target: Target): void {
  if (target.name === 'local') fn.addEnvironment('NODE_PATH', join(import.meta.dirname, '..', '..', 'node_modules'));
  else fn.addLayers((stack.node.tryFindChild(LAYER) as lambda.LayerVersion | undefined) ?? printLayer(stack));
}

const LAYER = 'PrintEngine';
const printLayer = (stack: Construct): lambda.LayerVersion =>
  new lambda.LayerVersion(stack, LAYER, {
    description: 'Engine and fonts of printed documents',
    code: lambda.Code.fromAsset(built('layers', 'print')),
    compatibleArchitectures: [lambda.Architecture.ARM_64],
    compatibleRuntimes: [lambda.Runtime.NODEJS_24_X],
  });
