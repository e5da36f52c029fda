// What `npm start` shows after the build: the findings in examples/, and where to go from there.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { status, error } = spawnSync(process.execPath, ['server/dist/cli.js', 'check', 'examples'], { cwd: root, stdio: 'inherit' });
// 1 means that something was found, which is what examples with faults are for.
if (error || status === null || status > 1) {
  console.error(error ? `The check could not start: ${error.message}` : 'The check of examples/ did not run to its end; the reason is above.');
  process.exit(2);
}

console.log(`
These are the three small libraries in examples/: a Zendesk export, a YAML file and a Markdown page.

Check your own replies:
  node server/dist/cli.js check path/to/your/replies
  node server/dist/cli.js explain policy-shield

See the same while you write, in VS Code:
  npm run package
  code --install-extension dist/replylint.vsix
  code examples
`);
