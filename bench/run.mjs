// npm run bench [-- ROW …] [--rounds N] [--megabytes N] [--no-build] [--no-peers] [--vscode]
import { tsImport } from 'tsx/esm/api';

const { main } = await tsImport('./main.ts', import.meta.url);
process.exit(await main(process.argv.slice(2)));
