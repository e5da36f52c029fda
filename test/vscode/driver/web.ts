import { openBrowser } from './browser.ts';
import type { Outcome } from './suite-output.ts';
import type { Target } from './target.ts';
import { serveWorkbench } from './web-server.ts';
import { runWindow } from './window.ts';

/** Runs the suite in the worker extension host of a window without any server behind it, as vscode.dev does. */
export async function runWeb(target: Target): Promise<Outcome> {
  const server = await serveWorkbench(target);
  try {
    const browser = await openBrowser();
    try {
      return await runWindow('web', browser, server.url);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
  }
}
