// Checks the readers and writers of all syntaxes against programs of other makes, on random files.
// `npm run properties` looks at 10,000 files for each property, `npm run properties -- 1000000` at as many as it says,
// `npm run properties -- 10000 42` at those of one seed, `npm run properties -- 10000 42 JSON` only at what is named so.
// A property that lints again and again looks at a part of them. The last line counts: N passed, N failed.
import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const numRuns = Number(process.argv[2] ?? process.env.PROPERTY_RUNS ?? 10_000);
const firstSeed = Number(process.argv[3] ?? process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const wanted = process.argv[4] ?? '';
if (!(numRuns >= 1) || !Number.isInteger(firstSeed)) {
  console.error('Say how many files and, if you like, which seed: npm run properties -- 10000 42');
  process.exit(2);
}
/** Many files are looked at in rounds, so that one can see how far it is. */
const perRound = 20_000;
const rounds = Math.ceil(numRuns / perRound);
const workers = 2;

const state = new Map();
let queue = null;
let running = 0;
const began = Date.now();
console.log(`${numRuns} files for each property, seed ${firstSeed}`);
for (let i = 0; i < workers; i++) start();

function start() {
  const worker = fork(path.join(root, 'test/formats/properties/run.ts'), [], { cwd: root, execArgv: ['--import', 'tsx'] });
  let at = null;
  running++;
  worker.on('message', (message) => {
    if (message.ready) queue ??= jobs(message.properties);
    else note(message);
    at = queue.shift() ?? null;
    if (at) worker.send(at);
    else worker.disconnect();
  });
  worker.on('exit', (code) => {
    if (code !== 0) note({ index: at?.index ?? -1, name: at ? `property ${at.index}` : 'a worker', count: 0, seed: at?.seed ?? firstSeed, failure: `The worker ended with ${code}.` });
    if (--running === 0) finish();
  });
}

/** Every property once in each round, so that a long run shows its first failures early. */
function jobs(properties) {
  return Array.from({ length: rounds }, (_, round) => Array.from({ length: properties }, (_, index) => ({
    index, wanted, seed: firstSeed + round, numRuns: Math.min(perRound, numRuns - round * perRound),
  }))).flat();
}

function note({ index, name, count, seed, failure, skipped }) {
  if (skipped) return;
  const known = state.get(index) ?? { name, count: 0, rounds: 0, failures: 0 };
  known.count += count;
  known.rounds++;
  if (failure !== null) {
    known.failures++;
    if (known.failures === 1) console.log(`✘ ${name} (seed ${seed})\n${failure}\n`);
  }
  state.set(index, known);
  if (failure === null && known.rounds === rounds) console.log(`✔ ${name}: ${known.count} files`);
  else if (rounds > 1 && index === 0) console.log(`… round ${known.rounds} of ${rounds}, ${Math.round((Date.now() - began) / 1000)} s`);
}

function finish() {
  const failed = [...state.values()].filter(({ failures }) => failures > 0);
  for (const { name, failures } of failed) console.log(`failed: ${name}, in ${failures} of ${rounds} rounds`);
  console.log(`${state.size - failed.length} passed, ${failed.length} failed in ${Math.round((Date.now() - began) / 1000)} s`);
  process.exitCode = failed.length > 0 || state.size === 0 ? 1 : 0;
}
