#!/usr/bin/env node
// The language server under its own name; the build cuts the program into parts, and this is the first of them.
import module, { createRequire } from 'node:module';

// From Node 22.8 on, what V8 compiled is kept in the system's folder for such files, and the next start is the sooner.
module.enableCompileCache?.();
createRequire(import.meta.url)('./parts/node.cjs');
