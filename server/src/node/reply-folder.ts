import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NamedText } from '../core/convert/convert.ts';
import { explainFileError, type Problem } from './problem.ts';
import { readText } from './read-text.ts';
import { createFile, createText, replaceText } from './write-text.ts';

/** Where a folder of replies keeps what is needed to come back. */
export const exportFolder = '.export';
const manifestName = 'convert.json';

/** What a folder of replies says about its export. */
export interface Manifest {
  readonly version: 1;
  /** The export's own file name. */
  readonly name: string;
  /** The path that its format was told from. */
  readonly path: string;
  /** Names of the replies' files. */
  readonly files: readonly string[];
  /** What the config said of formats, as JSON. */
  readonly formats?: unknown;
}

/** A folder of replies as it is on disk. */
export interface ReplyFolder {
  readonly manifest: Manifest;
  /** The export as it was, its bytes untouched. */
  readonly original: string;
  readonly replies: readonly NamedText[];
  /** Files of replies that are no text that can be read. */
  readonly unreadable: readonly { readonly name: string; readonly problem: Problem }[];
}

/** The kept export has a name that is no export's, so that it is not checked a second time. */
function originalName(name: string): string {
  return `${name}.original`;
}

/** Null where the folder was not made by a conversion. */
export function readReplyFolder(folder: string): ReplyFolder | { readonly problem: Problem } | null {
  const file = path.join(folder, exportFolder, manifestName);
  if (!existsSync(file)) return null;
  try {
    const manifest = manifestFrom(readFileSync(file, 'utf8'));
    if (!manifest) return { problem: { message: `${exportFolder}/${manifestName} in this folder is not as it was written. Take it back from a backup, or convert the export again.` } };
    const original = path.join(folder, exportFolder, originalName(manifest.name));
    if (!existsSync(original)) return { problem: { message: `${exportFolder}/${originalName(manifest.name)}, the export that these replies came from, is missing. Take it back from a backup: it is needed to write them into.` } };
    const replies: NamedText[] = [];
    const unreadable: { name: string; problem: Problem }[] = [];
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory() || !/\.(?:reply\.(?:md|txt)|macro\.md|canned\.md)$/i.test(entry.name)) continue;
      const read = readText(path.join(folder, entry.name));
      if ('text' in read) replies.push({ name: entry.name, text: read.text });
      else unreadable.push({ name: entry.name, problem: read.problem });
    }
    return { manifest, original, replies, unreadable };
  } catch (error) {
    return { problem: explainFileError(error, 'read') };
  }
}

function manifestFrom(json: string): Manifest | null {
  try {
    const said = JSON.parse(json) as Partial<Manifest> | null;
    const isName = (name: unknown): boolean => typeof name === 'string' && name !== '' && path.basename(name) === name && !/[\\/]/.test(name);
    return said?.version === 1 && isName(said.name) && typeof said.path === 'string' && Array.isArray(said.files) && said.files.every(isName) ? (said as Manifest) : null;
  } catch {
    return null;
  }
}

/**
 * Makes a folder of replies: all of it, or nothing. In a folder that is there already, its replies are replaced one by one
 * and all other files stay.
 */
export function writeReplyFolder(folder: string, manifest: Manifest, original: Uint8Array, replies: readonly NamedText[]): Problem | null {
  const said = `${JSON.stringify({ about: 'Written by "replylint convert". It is needed to bring the replies back into their export: keep this folder with them.', ...manifest }, null, 2)}\n`;
  const isThere = existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0);
  try {
    if (isThere) return replaceReplies(folder, manifest, said, original, replies);
    const temporary = path.join(path.dirname(folder), `.${path.basename(folder)}.${process.pid}.replylint`);
    try {
      mkdirSync(path.join(temporary, exportFolder), { recursive: true });
      writeFileSync(path.join(temporary, exportFolder, originalName(manifest.name)), original);
      for (const { name, text } of replies) writeFileSync(path.join(temporary, name), text, { flag: 'wx' });
      writeFileSync(path.join(temporary, exportFolder, manifestName), said);
      if (existsSync(folder)) rmSync(folder, { recursive: true });
      renameSync(temporary, folder);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    return null;
  } catch (error) {
    return explainFileError(error, 'written');
  }
}

function replaceReplies(folder: string, manifest: Manifest, said: string, original: Uint8Array, replies: readonly NamedText[]): Problem | null {
  const kept = path.join(folder, exportFolder);
  const before = existsSync(path.join(kept, manifestName)) ? manifestFrom(readFileSync(path.join(kept, manifestName), 'utf8')) : null;
  mkdirSync(kept, { recursive: true });
  rmSync(path.join(kept, manifestName), { force: true });
  if (before) rmSync(path.join(kept, originalName(before.name)), { force: true });
  rmSync(path.join(kept, originalName(manifest.name)), { force: true });
  const wanted = new Set(replies.map(({ name }) => name));
  for (const name of before?.files ?? []) if (!wanted.has(name)) rmSync(path.join(folder, name), { force: true });
  for (const { name, text } of replies) {
    const problem = put(path.join(folder, name), text);
    if (problem) return problem;
  }
  return createFile(path.join(kept, originalName(manifest.name)), original) ?? put(path.join(kept, manifestName), said);
}

function put(file: string, text: string): Problem | null {
  const content = { text, encoding: 'utf-8' as const, bom: false };
  return existsSync(file) ? replaceText(file, content) : createText(file, content);
}
