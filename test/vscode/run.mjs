// Runs the suite in a real VS Code: node test/vscode/run.mjs [--desktop-like] [--web] [--electron] [--extension FOLDER]
import { tsImport } from 'tsx/esm/api';

const { main } = await tsImport('./driver/main.ts', import.meta.url);
// A left-over handle of a browser or a server must not keep the command alive.
process.exit(await main(process.argv.slice(2)));
