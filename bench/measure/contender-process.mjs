// One contender in a process of its own, so that no other's garbage or compiled code is in its way. The parent says when to run.
import { pathToFileURL } from 'node:url';

const [file, ...args] = process.argv.slice(2);
const { prepare } = await import(pathToFileURL(file).href);
const run = await prepare(...args);
process.on('message', async () => {
  // Young garbage of the run before is not this one's to pay for. A full collection would throw away compiled code as well, whose
  // shapes of objects have died: nobody's work is warm after that.
  globalThis.gc?.({ type: 'minor' });
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const told = await run();
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  // For a round of small steps, the time of one.
  process.send({ ms, cpuMs: (user + system) / 1e3 / (told.each?.length ?? 1), ...told });
});
process.send('ready');
