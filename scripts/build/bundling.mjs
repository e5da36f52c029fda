// What all bundles of this project have in common.
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const production = process.argv.includes('--production');

/** htmlparser2 re-exports packages that this project never calls; they do not say themselves that they can be left out. */
export const leaveOutUnused = {
  name: 'leave-out-unused',
  setup: ({ onResolve, resolve }) => onResolve({ filter: /^(?:entities|dom-serializer|domutils|domhandler|domelementtype)(?:\/|$)/ }, async ({ path: name, pluginData, ...from }) =>
    pluginData === 'asked' ? undefined : { ...(await resolve(name, { ...from, pluginData: 'asked' })), sideEffects: false }),
};

/** The module form of packages first: jsonc-parser's other one loads its parts by names that no bundler sees. */
const mainFields = ['module', 'main'];

export const onNode = { platform: 'node', mainFields };
/** For programs that run on Node and in a browser alike: each package gives what was asked of it for either. */
export const onBoth = { platform: 'neutral', mainFields, conditions: ['node', 'browser'] };

/** Modules of Node itself, as packages name them. */
export const ofNode = [...builtinModules, 'node:*'];

export const shared = {
  // Of liquidjs and yaml the builds for browsers, wherever they run: nothing of the first may reach the file system, and the second's is the smaller one.
  alias: { liquidjs: 'liquidjs/dist/liquid.browser.mjs', yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
  plugins: [leaveOutUnused], bundle: true, absWorkingDir: root, sourcemap: !production, minify: production, logLevel: 'warning', target: 'es2022', metafile: true,
};
