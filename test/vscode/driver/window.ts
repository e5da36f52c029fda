import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { out } from './paths.ts';
import type { Browser, Page } from './playwright.ts';
import { type Outcome, messageIn } from './suite-output.ts';
import { within } from './until.ts';

const suiteLimit = 180_000;
const drawLimit = 30_000;

/** Opens a VS Code window at an address, lets the suite in it run to its end, and acts as the person at the mouse. */
export async function runWindow(host: string, browser: Browser, url: string): Promise<Outcome> {
  await mkdir(out, { recursive: true });
  const log = createWriteStream(path.join(out, `${host}.log`));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('console', (message) => log.write(`page ${message.type()}: ${message.text()}\n`));

  let totals: Outcome | undefined;
  let seen: Promise<void> | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    page.on('crash', () => reject(new Error('The browser window crashed.')));
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    void page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      log.write(`${type}: ${line}\n`);
      const message = messageIn(line);
      if (message === undefined) return;
      if ('say' in message) console.log(message.say);
      else if ('show' in message) {
        seen = message.show === 'squiggle' ? clickSquiggle(page, host) : takePicture(page, message.name);
        seen.catch(reject);
      } else totals = message;
    });
  });
  try {
    await page.goto(url);
    const code = await within(`The suite in VS Code (${host})`, suiteLimit, ended);
    if (totals === undefined) throw new Error(`The suite in VS Code (${host}) ended without a result; see test/vscode/out/${host}.log.`);
    await seen;
    if (seen === undefined && totals.failed === 0 && !totals.unseen) throw new Error('Nothing in the suite asked for a look at the window.');
    // A window that reports a failure without a failed test has broken outside the tests.
    return { passed: totals.passed, failed: code === 0 ? totals.failed : Math.max(1, totals.failed) };
  } finally {
    log.end();
  }
}

/** Clicks on the middle of the squiggle, so that the suite can see from the cursor that it was drawn under the right words. */
async function clickSquiggle(page: Page, host: string): Promise<void> {
  // The lenses above the replies push the lines down, so where the squiggle is counts only once they are there.
  await page.waitForSelector('.monaco-editor .codelens-decoration a', { timeout: drawLimit });
  const squiggle = await page.waitForSelector('.monaco-editor .squiggly-warning', { timeout: drawLimit });
  const box = await squiggle.boundingBox();
  if (box === null || box.width === 0) throw new Error('The squiggle has no size.');
  await page.screenshot({ path: path.join(out, `${host}.png`) });
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Takes a picture of the window once the checklist's rows are drawn, and says so with a click on the first line. */
async function takePicture(page: Page, name: string): Promise<void> {
  await page.waitForSelector('.pane-body [aria-label^="Listen: there"]', { timeout: drawLimit });
  await page.waitForSelector('.monaco-editor .squiggly-warning', { timeout: drawLimit });
  await page.waitForSelector(`.monaco-workbench.${name === 'dark' ? 'vs-dark' : 'vs'}`, { timeout: drawLimit });
  await page.screenshot({ path: path.join(out, `checklist-${name}.png`) });
  const line = await page.waitForSelector('.monaco-editor .view-line', { timeout: drawLimit });
  const box = await line.boundingBox();
  if (box === null) throw new Error('The first line has no place.');
  await page.mouse.click(box.x + 4, box.y + box.height / 2);
}
