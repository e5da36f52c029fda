import { composeReply, type ReplyFile } from './compose.ts';
import { FileNames } from './file-names.ts';
import { type Export, type ExportedReply, openExport, type OpenExport } from './open-export.ts';
import { parseReply } from './parse.ts';
import { shown } from './shown-text.ts';
import { sameTexts, type Wanted, writeReply } from './write-reply.ts';

export type { Export } from './open-export.ts';

/** A file that holds one reply. */
export interface NamedText {
  /** In one folder, without any part of a path. */
  readonly name: string;
  readonly text: string;
}

export interface Converted {
  /** Id of the export's format. */
  readonly format: string;
  readonly files: readonly NamedText[];
  /** What keeps a part of the export from being read; null where all of it was. */
  readonly problem: string | null;
}

export interface ConvertedBack {
  /** The export with the texts of the files. */
  readonly text: string;
  /** How many texts of replies are new. */
  readonly changed: number;
  /** What could not be taken over, one sentence each; in all of that the export is as it was. */
  readonly problems: readonly string[];
}

interface Named {
  readonly name: string;
  readonly file: ReplyFile;
  readonly exported: ExportedReply;
}

/** The replies of an export, each as a canned response of its own. Null where the file holds none that can be read. */
export function exportToFiles(from: Export): Converted | null {
  const open = openExport(from);
  if (!open) return null;
  return { format: open.reader.format, files: named(open).map(({ name, file }) => ({ name, text: file.text })), problem: open.problem };
}

/**
 * The export with what writers changed in its files. `from` is the export that `exportToFiles` made the files of. All
 * characters stay that are no part of a changed text.
 */
export function filesToExport(from: Export, files: readonly NamedText[]): ConvertedBack {
  const open = openExport(from);
  if (!open) return { text: from.text, changed: 0, problems: ['The export that these files were made of cannot be read any more.'] };
  const known = named(open);
  const problems: string[] = [];
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  for (const name of texts.keys()) if (!known.some((each) => each.name === name)) problems.push(`${name} is no reply of the export. Please add new replies in your helpdesk, export again and convert that; or move this file out of the folder.`);
  const wishes: Wish[] = [];
  for (const each of known) {
    const text = texts.get(each.name);
    if (text === undefined) {
      problems.push(`${each.name} is missing, and its reply stays in the export as it was. Please delete a reply in your helpdesk.`);
      continue;
    }
    if (text === each.file.text) continue;
    const wish = wishOf(each, text, problems);
    if (wish.wanted.length > 0) wishes.push(wish);
  }
  return { ...write(from, open, wishes, problems), problems };
}

function named({ replies }: OpenExport): Named[] {
  const names = new FileNames();
  return replies.filter(({ fields }) => fields.length > 0).map((exported) => {
    const file = composeReply(exported.reply, exported.fields);
    return { name: names.next(exported.reply.title || (exported.reply.id ?? ''), file.ending), file, exported };
  });
}

/** New texts for one reply. */
interface Wish {
  readonly name: string;
  readonly exported: ExportedReply;
  readonly wanted: readonly Wanted[];
}

function wishOf({ name, file, exported }: Named, text: string, problems: string[]): Wish {
  const parsed = parseReply(text, file);
  if ('problem' in parsed) {
    problems.push(`${name} was not taken over: ${parsed.problem}.`);
    return { name, exported, wanted: [] };
  }
  const placed = new Set<string>(file.places.map(({ place }) => place.in));
  const wanted = file.places.flatMap(({ field, place, text: was }, i): Wanted[] => {
    const now = parsed.texts[i];
    if (now === null || now === undefined) {
      problems.push(`${name} has no ${place.in} any more; it stays in the export as it was.`);
      return [];
    }
    return now === was ? [] : [{ field, text: now }];
  });
  for (const [key, was] of Object.entries(file.matter)) {
    if (placed.has(key)) continue;
    if (JSON.stringify(was) !== JSON.stringify(parsed.matter[key])) problems.push(`${name} has another “${key}” than the export, which keeps its own: please change that in your helpdesk.`);
  }
  return { name, exported, wanted };
}

function write(from: Export, open: OpenExport, wishes: readonly Wish[], problems: string[]): { text: string; changed: number } {
  const done = wishes.flatMap((wish) => {
    const written = writeReply(open.reader, wish.exported, wish.wanted);
    if ('source' in written) return [{ ...wish, source: written.source }];
    problems.push(`${wish.name} was not taken over: ${written.refused}.`);
    return [];
  });
  if (done.length === 0) return { text: from.text, changed: 0 };
  const count = (all: readonly Wish[]): number => all.reduce((sum, { wanted }) => sum + wanted.length, 0);
  const together = assemble(from.text, done);
  if (readsBack(from, open, together, done)) return { text: together, changed: count(done) };
  // One of them changes what the file as a whole is; the others need not wait for it.
  const fine = done.filter((wish) => {
    if (readsBack(from, open, assemble(from.text, [wish]), [wish])) return true;
    problems.push(`${wish.name} was not taken over: with this text the export would not be read as the same replies any more.`);
    return false;
  });
  const text = assemble(from.text, fine);
  if (fine.length > 0 && readsBack(from, open, text, fine)) return { text, changed: count(fine) };
  problems.push(...fine.map(({ name }) => `${name} was not taken over: together with the other changes the export would not be read as the same replies any more. Please convert back fewer changes at once.`));
  return { text: from.text, changed: 0 };
}

interface Done extends Wish {
  readonly source: string;
}

function assemble(text: string, done: readonly Done[]): string {
  let out = '';
  let at = 0;
  for (const { exported: { item }, source } of done) {
    out += text.slice(at, item.start) + source;
    at = item.end;
  }
  return out + text.slice(at);
}

/** Whether the new file holds the same replies, with the new texts and no other difference. */
function readsBack(from: Export, { reader, replies }: OpenExport, text: string, done: readonly Done[]): boolean {
  const again = openExport({ ...from, text });
  if (again?.reader.format !== reader.format) return false;
  const news = new Map(done.map((wish) => [wish.exported, wish.wanted]));
  const expected = replies.map((reply) => {
    const texts = news.get(reply);
    return { reply, texts: shownTexts(reply).map((old, i) => texts?.find(({ field }) => field === i)?.text ?? old) };
  });
  let nth = 0;
  for (const { reply, texts } of expected) {
    const next = again.replies[nth];
    if (next && (next.reply.id === reply.reply.id || news.has(reply)) && sameTexts(next.fields, texts)) nth++;
    // A reply that lost its last words may be none any more.
    else if (!reply.fields.every((field, i) => field.audience === 'label' || texts[i] === '')) return false;
  }
  return nth === again.replies.length;
}

function shownTexts({ fields }: ExportedReply): string[] {
  return fields.map((field) => shown(field.value.text).text);
}
