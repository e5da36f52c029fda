/**
 * Are the replies of the labelled sets read, each exactly once, with their own text? Run with
 * `npx tsx test/quality/coverage.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineLayer } from '../../server/src/core/markup/index.ts';
import { namedFormats } from '../../server/src/core/readers/formats.ts';
import type { Field, Reply } from '../../server/src/core/readers/reader.ts';

interface Labelled {
  readonly id: string;
  readonly repo: string;
  readonly path: string;
  readonly format: string;
  readonly text: string;
}

const base = join(import.meta.dirname, '../../../shared/quality');
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** Letters and digits alone: white space, markup and marks do not count. */
function bare(text: string): string {
  return text.replace(/<\/?[a-z][^<>]*>|<!--.*?-->/gis, '').replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (name) => entities[name]!).replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The field as the customer reads it, placeholders as they are written. */
function read(field: Field): string {
  const prose = inlineLayer(field.markup).toProse(field.value.text);
  let out = '';
  let last = 0;
  for (const opaque of prose.opaques) {
    out += prose.text.slice(last, opaque.start) + opaque.text;
    last = opaque.end;
  }
  return out + prose.text.slice(last);
}

/** All ways in which a labelled text may have been taken from a reply. */
function textsOf(reply: Reply): Set<string> {
  // A bad example of a training page is labelled too, though it is read as internal.
  const fields = reply.fields.filter((field) => field.audience === 'customer' || field.role === 'body');
  const groups = [fields, fields.filter((field) => field.role !== 'twin'), fields.filter((field) => field.role === 'body'), ...fields.map((field) => [field])];
  return new Set(groups.flatMap((group) => [bare(group.map((field) => field.value.text).join(' ')), bare(group.map(read).join(' '))]));
}

const texts = new Map<string, Set<string>[] | null>();

/** The texts of each reply of a file; null where no format knows it. */
function repliesOf(path: string, file: string): Set<string>[] | null {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const candidate = { path, text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') };
  const reader = namedFormats.map((format) => format.recognise(candidate)).find((found) => found !== null) ?? null;
  const found = reader && reader.items(candidate.text).items.flatMap((item) => {
    const { reply } = reader.read(candidate.text.slice(item.start, item.end), item);
    return reply === null ? [] : [textsOf(reply)];
  });
  texts.set(file, found);
  return found;
}

let total = 0;
const missed: string[] = [];
for (const set of ['dev', 'dev2']) {
  const list = join(base, set, 'responses.jsonl');
  if (!existsSync(list)) {
    console.log(`${set}: the labelled replies are not here, nothing to compare with`);
    continue;
  }
  let here = 0;
  let good = 0;
  for (const line of readFileSync(list, 'utf8').split('\n').filter((text) => text !== '')) {
    const label = JSON.parse(line) as Labelled;
    const file = join(base, 'raw', label.repo.replace('/', '__'), label.path);
    if (!existsSync(file)) continue;
    here++;
    const replies = repliesOf(label.path, file);
    const wanted = bare(label.text);
    const times = replies?.filter((reply) => reply.has(wanted)).length ?? 0;
    if (times === 1) good++;
    else missed.push(`${label.repo}/${label.path} (${label.format}) ${replies === null ? 'is of no format' : times === 0 ? `no reply of ${replies.length} has it` : `${times} replies have it`}: ${JSON.stringify(label.text.slice(0, 70))}`);
  }
  total += here;
  console.log(`${set}: ${good} of ${here} replies whose file is here are read exactly once${here > 0 ? ` (${(100 * good / here).toFixed(1)} %)` : ''}`);
}
if (total > 0) console.log(`together ${total - missed.length} of ${total} (${(100 * (total - missed.length) / total).toFixed(1)} %)`);
for (const line of missed) console.log(`- ${line}`);
