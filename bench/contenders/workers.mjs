// Ours: pages shared out among so many worker threads, each with a linter of its own. Args: folder, how many workers, how many megabytes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

export async function prepare(folder, count, megabytes) {
  const files = readdirSync(folder).sort().map((name) => path.join(folder, name));
  const wanted = Array.from({ length: Number(megabytes) }, (_, index) => files[index % files.length]);
  const workers = Array.from({ length: Number(count) }, () => new Worker(fileURLToPath(import.meta.url), { workerData: 'workers' }));
  return async () => {
    const left = [...wanted];
    const counts = await Promise.all(workers.map((worker) => new Promise((resolve, reject) => {
      let found = 0;
      const next = () => {
        const file = left.shift();
        if (file !== undefined) worker.postMessage(file);
        else {
          worker.off('message', heard);
          worker.off('error', reject);
          resolve(found);
        }
      };
      const heard = (more) => { found += more; next(); };
      worker.on('message', heard);
      worker.on('error', reject);
      next();
    })));
    return { found: counts.reduce((sum, found) => sum + found, 0) };
  };
}

if (!isMainThread && workerData === 'workers') {
  const { createLinter } = await import('../../server/dist/index.js');
  const linter = createLinter();
  parentPort.on('message', (file) => {
    parentPort.postMessage(linter.lint({ path: path.basename(file), text: readFileSync(file, 'utf8'), named: true }).findings.length);
  });
}
