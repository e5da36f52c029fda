#!/usr/bin/env node
// The language server under its own name; the build cuts the program into parts, and this is the first of them.
import { createRequire } from 'node:module';

createRequire(import.meta.url)('./parts/node.cjs');
