import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sourceDigest } from '../../infra/tools/local/digest.ts';
import { withLock } from '../../infra/tools/local/lock.ts';
import { LOCAL, ROOT, readJson, writeJson } from '../../infra/tools/local/workspace.ts';

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties are as many as its resource types.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

export interface SynthesisedStack {
  readonly name: string;
  readonly terminationProtection: boolean;
  readonly resources: Readonly<Record<string, Resource>>;
}

/** A finding of cdk-nag, before exceptions. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
}

export interface Synthesis {
  readonly aws: readonly SynthesisedStack[];
  readonly local: readonly SynthesisedStack[];
  /** Of the stacks for AWS. */
  readonly findings: readonly Finding[];
}

/**
 * The CDK app as CloudFormation, for both targets. Bundling and synthesis take seconds: they are done once for the sources
 * as they are, in a folder of their own, and other test files and later runs read the result.
 */
export async function synthesis(): Promise<Synthesis> {
  const kept = join(LOCAL, 'synth', `${await sourceDigest(ROOT)}.json`);
  return withLock(join(LOCAL, 'synth.lock'), 'vitest', async () => {
    const cached = await readJson<Synthesis>(kept);
    if (cached) return cached;
    await rm(join(LOCAL, 'synth'), { recursive: true, force: true });
    const made = await synthesise();
    await writeJson(kept, made);
    return made;
  });
}

async function synthesise(): Promise<Synthesis> {
  const { buildFunctions } = await import('../../infra/tools/build.ts');
  const { App } = await import('aws-cdk-lib');
  const { AwsSolutionsChecks } = await import('cdk-nag');
  const { trastienda } = await import('../../infra/app.ts');
  await mkdir(LOCAL, { recursive: true });
  const folder = await mkdtemp(join(LOCAL, 'synth-'));
  const { context } = JSON.parse(await readFile(join(ROOT, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };
  const appFor = (target: string) => {
    process.env.TRASTIENDA_TARGET = target;
    process.env.TRASTIENDA_TEXTRACT = 'on';
    process.env.TRASTIENDA_MAIL_FROM = 'avisos@trastienda.example';
    return trastienda(new App({ context, outdir: join(folder, target) }));
  };
  try {
    process.env.TRASTIENDA_DIST = folder;
    await buildFunctions(folder);
    for (const path of ['web/assets', 'layers/print', 'layers/scan']) await mkdir(join(folder, path), { recursive: true });
    for (const file of ['index.html', 'assets/index-0.js']) await writeFile(join(folder, 'web', file), file);
    const [aws, local] = [appFor('aws'), appFor('local')];
    const stacksOf = (app: typeof aws) =>
      app.synth().stacks.map((stack) => ({
        name: stack.stackName,
        terminationProtection: stack.terminationProtection ?? false,
        resources: (stack.template as { Resources: Record<string, Resource> }).Resources,
      }));
    const stacks = { aws: stacksOf(aws), local: stacksOf(local) };
    // After synthesis, as in a deployment: only then are references between stacks what they will be.
    const { violations } = new AwsSolutionsChecks().validateScope(aws);
    const findings = violations.flatMap((v) => v.violatingResources.map((at) => ({ rule: v.ruleName, path: at.constructPath ?? '' })));
    return { ...stacks, findings };
  } finally {
    delete process.env.TRASTIENDA_DIST;
    await rm(folder, { recursive: true, force: true });
  }
}

/** All resources of a CloudFormation type, with the name of their stack and their logical id. */
export const ofType = (stacks: readonly SynthesisedStack[], type: string) =>
  stacks.flatMap((stack) =>
    Object.entries(stack.resources).flatMap(([id, resource]) =>
      resource.Type === type ? [{ at: `${stack.name}/${id}`, ...resource }] : [],
    ),
  );

/** What CDK itself adds to copy files into the console's bucket: its function, role and grants are not ours to choose. */
export const isCopier = ({ at }: { readonly at: string }): boolean => at.startsWith('Trastienda-Console/CustomCDKBucketDeployment');
