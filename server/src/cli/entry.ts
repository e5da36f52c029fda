#!/usr/bin/env node
// What a checkout runs. An installed command starts with cli/boot.cjs at once, which spares it Node's loader of ES modules.
process.getBuiltinModule('module').createRequire(import.meta.url)('./cli/boot.cjs');
