#!/usr/bin/env node
// Starts the command line from the code that V8 made of it at build time: compiling it anew would take longer than most
// checks. V8 turns the stored code down where it does not fit this version of Node; then it compiles as usual.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** The first line of the program names its build, in so many bytes; the stored code begins with the line of its own. */
const nameLength = 64;

const file = fileURLToPath(new URL('./cli/main.cjs', import.meta.url));
const source = readFileSync(file, 'utf8');
const script = new Script(Module.wrap(source), { filename: file, ...stored() });
script.runInThisContext()({}, createRequire(file), { exports: {} }, file, path.dirname(file));

function stored(): { cachedData?: Buffer } {
  try {
    const code = readFileSync(`${file}.cache`);
    // V8 compares no more than the length of the source: code of another build could pass for this one's.
    return source.startsWith(code.toString('latin1', 0, nameLength)) ? { cachedData: code.subarray(nameLength) } : {};
  } catch {
    return {};
  }
}
