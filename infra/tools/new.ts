import { report } from './local/failure.ts';
import { ROOT } from './local/workspace.ts';
import { scaffold } from './scaffold/scaffold.ts';

const HELP = `Adds an action to a module, or a module with its first action: npm run new -- <context>/<module> <verb-noun>

  npm run new -- finance/receivables write-off-invoice   a step of a record that is there
  npm run new -- projects/timesheets create-timesheet    a new module with a new kind of record

Writes the action, its row in module.ts, its place in commands.ts or queries.ts, and a test; npm run check then passes.
create-…, get-… and list-… do what they say; any other verb is a step on a record.
`;

const [target, action] = process.argv.slice(2);
if (target === undefined || target === '--help' || target === '-h') console.log(HELP);
else
  try {
    for (const path of scaffold(ROOT, target, action)) console.log(`✓ ${path}`);
    console.log('\nNow say in the table who may do it, decide in the rulebook, and run npm run check.');
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
