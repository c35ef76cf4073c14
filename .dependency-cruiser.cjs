/**
 * Imports go one way: kernel → zod only; domain → kernel, its own context, other contexts' events.ts; runtime → kernel and
 * libraries; functions → runtime, domain, their own context; infra → module tables and CDK. Nothing imports tests.
 */
const PURE = '^shared/(kernel|domain)/';
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A file that needs itself by way of others cannot be read, tested or moved alone. Types do not run, so they may.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import names a file or a package that is there.',
      severity: 'error',
      from: {},
      // `aws-lambda` is a name of types alone (@types/aws-lambda): the compiler resolves it.
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
    {
      name: 'kernel-alone',
      comment: 'Value types stand on nothing but themselves and zod.',
      severity: 'error',
      from: { path: '^shared/kernel/' },
      to: { pathNot: '^shared/kernel/', dependencyTypesNot: NPM },
    },
    {
      name: 'pure-libraries',
      comment: 'Kernel and rulebook know no SDK, no middleware and nothing else that runs: zod describes their data.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: NPM, pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'pure-of-node',
      comment: 'Files, clock, randomness and network come from outside: the rulebook also runs in a browser.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-inwards',
      comment: 'The rulebook stands on the kernel: never on plumbing, functions or infrastructure.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { path: '^(functions|infra|tests|web|shared/runtime)/' },
    },
    {
      name: 'domain-contexts',
      comment: 'A context knows another only by what that publishes in its events.ts.',
      severity: 'error',
      from: { path: '^shared/domain/([^/]+)/' },
      to: { path: '^shared/domain/', pathNot: ['^shared/domain/$1/', '^shared/domain/[^/]+/events\\.ts$'] },
    },
    {
      name: 'runtime-without-business',
      comment: 'Plumbing has no business words: kernel and libraries only.',
      severity: 'error',
      from: { path: '^shared/runtime/' },
      to: { path: '^(functions|infra|tests|web|shared/domain)/' },
    },
    {
      name: 'functions-inwards',
      comment: 'Functions stand on runtime and rulebook, never on what deploys, tests or shows them.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|tests|web)/' },
    },
    {
      name: 'functions-contexts',
      comment: "A context never calls another context's functions: they share records by the rulebook, and events.",
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'tables-are-data',
      comment: 'module.ts tables are read by infrastructure, OpenAPI and the console: free of AWS and of what runs in Lambda.',
      severity: 'error',
      from: { path: '^functions/.+/module[^/]*\\.ts$' },
      to: { path: ['^(shared/runtime|functions)/', '(^|/)node_modules/'], pathNot: ['/module[^/]*\\.ts$', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'sdk-at-the-edges',
      comment: 'Only stores, gateways and the plumbing talk to AWS; an action reads, decides and writes through them.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '(-store|-gateway|\\.task|\\.event)\\.ts$' },
      to: { path: '(^|/)node_modules/@aws-sdk/' },
    },
    {
      name: 'infra-reads-tables',
      comment: 'Infrastructure knows what to deploy from the module tables and the kernel, not from what runs.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/tools/' },
      to: { path: '^(functions|shared/(runtime|domain)|tests|web)/', pathNot: '^functions/.+/module\\.ts$' },
    },
    {
      name: 'web-by-contract',
      comment: 'The console knows value types, the rulebook and the generated client; the server it knows by its API.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(functions|infra|tests|shared/runtime)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.local|\\.venv|web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
