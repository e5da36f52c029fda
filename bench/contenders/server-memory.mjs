// Ours: how much memory the language server holds ten seconds after it was given a library, and at most. Arg: file.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openLibrary } from './stdio.mjs';

export function prepare(file) {
  const text = readFileSync(file, 'utf8');
  return async () => {
    const { server, connection, first } = await openLibrary(file, text);
    await pause(10_000);
    const figures = memoryOf(server.pid);
    connection.dispose();
    server.kill();
    return { ...figures, diagnostics: first.items.length };
  };
}

/** Bytes. The peak is known on Linux only. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (name) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)[1]) * 1024;
    return { held: bytes('VmRSS'), peak: bytes('VmHWM') };
  } catch {
    return { held: Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024 };
  }
}
