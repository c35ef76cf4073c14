import { join } from 'node:path';
import { report } from './local/failure.ts';
import { run } from './local/processes.ts';
import { ROOT } from './local/workspace.ts';
import { scaffold, scaffoldKind } from './scaffold/scaffold.ts';

const HELP = `Adds an action to a module, or a kind of record with all that people need of it.

  npm run new -- finance/receivables write-off-invoice   a step of a record that is there
  npm run new -- projects/timesheets create-timesheet    a new module with a new kind of record
  npm run new -- purchasing/suppliers kind supplier proveedor/proveedores
                                                         a kind: descriptor, create, get and list, and in the console
                                                         its list, page, form and texts

Writes the action, its row in the module's table, its place in commands.ts or queries.ts, and a test, and renews
openapi.json; npm run check then passes.
create-…, get-… and list-… do what they say; any other verb is a step on a record.
`;

const [target, action, noun, spanish] = process.argv.slice(2);
if (target === undefined || target === '--help' || target === '-h') console.log(HELP);
else
  try {
    const written = action === 'kind' ? scaffoldKind(ROOT, target, noun, spanish) : scaffold(ROOT, target, action);
    for (const path of written) console.log(`✓ ${path}`);
    // A process of its own, which reads the tables as they now are.
    process.exitCode = await run(process.execPath, [join(ROOT, 'infra', 'tools', 'openapi.ts')], { cwd: ROOT });
    console.log('\nNow say in the table who may do it, decide in the rulebook, and run npm run check.');
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
