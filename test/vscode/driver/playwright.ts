/** The part of playwright-core that the driver uses; the package is only there once the tools are installed. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { modules } from './paths.ts';

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export interface Element {
  boundingBox(): Promise<Box | null>;
}

export interface Page {
  readonly mouse: { click(x: number, y: number): Promise<void> };
  exposeFunction(name: string, callback: (...args: never[]) => unknown): Promise<void>;
  goto(url: string): Promise<unknown>;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'crash', listener: () => void): void;
  waitForSelector(selector: string, options: { readonly timeout: number }): Promise<Element>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
}

export interface Browser {
  newPage(options: { readonly viewport: { readonly width: number; readonly height: number } }): Promise<Page>;
  version(): string;
  close(): Promise<void>;
}

interface LaunchOptions {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly timeout: number;
}

/** Starts a Chromium. @throws Error where it does not start. */
export async function launch(options: LaunchOptions): Promise<Browser> {
  const playwright = await import(pathToFileURL(path.join(modules, 'playwright-core/index.mjs')).href) as { chromium: { launch(options: LaunchOptions): Promise<Browser> } };
  return playwright.chromium.launch(options);
}
