import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { browserFolder } from './install.ts';
import { type Browser, launch } from './playwright.ts';

interface Candidate { readonly program: string; readonly env: NodeJS.ProcessEnv }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

async function candidates(): Promise<Candidate[]> {
  const fromRegistry = {
    program: path.join(browserFolder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: path.join(browserFolder, 'al2023/lib'), FONTCONFIG_PATH: path.join(browserFolder, 'fonts') },
  };
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const named = [process.env['CHROME_PATH'], ...names.flatMap((name) => folders.map((folder) => path.join(folder, name)))];
  const found = [fromRegistry, ...named.filter((program) => program !== undefined).map((program) => ({ program, env: process.env }))];
  const usable = await Promise.all(found.map(({ program }) => access(program, constants.X_OK).then(() => true, () => false)));
  return found.filter((_candidate, index) => usable[index]);
}

/** The first browser that starts: the one from the package registry, then those of the system. @throws Error that says what to install. */
export async function openBrowser(): Promise<Browser> {
  for (const { program, env } of await candidates()) {
    try {
      return await launch({ executablePath: program, env, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], timeout: 30_000 });
    } catch {
      // The next one may have the libraries that this one misses.
    }
  }
  throw new Error('No browser starts here: please install Chromium (on Debian or Ubuntu: apt-get install chromium), or set CHROME_PATH to a Chrome, and run the tests again.');
}
