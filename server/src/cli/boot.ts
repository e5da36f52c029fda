#!/usr/bin/env node
// Starts the command line from the code that V8 made of it at build time: compiling it anew would take longer than most
// checks. V8 turns the stored code down where it does not fit this version of Node; then it compiles as usual.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/** The first line of the program names its build, in so many bytes; the stored code begins with the line of its own. */
const nameLength = 64;

const file = path.join(__dirname, 'main.cjs');
// One byte per character, as the build wrote it: that need not be decoded.
const source = readFileSync(file, 'latin1');
const script = new Script(source, { filename: file, ...stored() });
(script.runInThisContext() as (...names: unknown[]) => void)(module.exports, require, module, file, __dirname);

function stored(): { cachedData?: Buffer } {
  try {
    const code = readFileSync(`${file}.cache`);
    // V8 compares no more than the length of the source: code of another build could pass for this one's.
    return source.startsWith(code.toString('latin1', 0, nameLength)) ? { cachedData: code.subarray(nameLength) } : {};
  } catch {
    return {};
  }
}
