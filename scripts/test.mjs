// The whole proof, as `npm test` runs it: build, types, lint rules, all mocha suites, random files of other makes
// (always the same ones here; `npm run properties` takes new ones), and the real VS Code.
// `npm test -- --quick` leaves VS Code out. The last line counts everything: N passed, N failed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const quick = process.argv.includes('--quick');
const bin = (file) => path.join(root, 'node_modules', file);

/** Each step: what a person calls it, what runs, and how its output is counted (a step without a count is one check). */
const steps = [
  { name: 'build', args: ['scripts/build.mjs'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'lint rules', args: [bin('eslint/bin/eslint.js'), '.'] },
  { name: 'generated pages', args: ['--import', 'tsx', 'scripts/write-docs.ts', '--check'] },
  { name: 'tests', args: [bin('mocha/bin/mocha.js')], count: { passed: /^\s*(\d+) passing/gm, failed: /^\s*(\d+) failing/gm } },
  { name: 'properties', args: ['scripts/properties.mjs', process.env.PROPERTY_RUNS ?? '10000', process.env.PROPERTY_SEED ?? '1'], count: { passed: /^(\d+) passed, \d+ failed in/gm, failed: /^\d+ passed, (\d+) failed in/gm } },
  ...(quick ? [] : [{ name: 'VS Code', args: ['test/vscode/run.mjs'], count: { passed: /: (\d+) passed, \d+ failed$/gm, failed: /: \d+ passed, (\d+) failed$/gm } }]),
];

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  console.log(`\n== ${step.name}`);
  const { code, output } = await run(step.args);
  const sum = (pattern) => [...output.matchAll(pattern)].reduce((n, match) => n + Number(match[1]), 0);
  const passed = step.count ? sum(step.count.passed) : 0;
  const failed = step.count ? sum(step.count.failed) : 0;
  // A step that fails without a count, or counts nothing at all, is a failure of its own.
  const broken = (code !== 0 && failed === 0) || (step.count && passed + failed === 0);
  total.passed += step.count ? passed : code === 0 ? 1 : 0;
  total.failed += failed + (broken ? 1 : 0);
  if (broken) console.log(`${step.name}: failed (exit ${code})`);
  if (step.name === 'build' && code !== 0) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs Node with these arguments, shows what it prints, and keeps it. */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; process.stdout.write(chunk); });
    child.stderr.on('data', (chunk) => { process.stderr.write(chunk); });
    child.on('close', (code) => resolve({ code, output }));
    child.on('error', (error) => { console.error(error.message); resolve({ code: 1, output }); });
  });
}
