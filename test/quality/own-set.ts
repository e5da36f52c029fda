/** Our own labelled replies in `own/`, one file a genre: read, checked, each span found in its reply. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { categories, type Category, type Range } from '../../server/src/core/model.ts';

const folder = join(import.meta.dirname, 'own');

/** What a coach would ask to rewrite. A label of the whole reply (no acknowledgement, no way out) spans all of it. */
export interface Label extends Range {
  readonly category: Category;
  /** 1 mild, 2 clear, 3 serious. */
  readonly severity: number;
  readonly whole: boolean;
}

/** Words that a keyword list would flag, in this category, and a coach would not. */
export interface NearMiss extends Range {
  readonly category: Category;
}

export interface LabelledReply {
  readonly id: string;
  readonly genre: string;
  /** The name of a file that would hold this reply; its ending says how the reply is marked up. */
  readonly path: string;
  readonly text: string;
  readonly labels: readonly Label[];
  readonly ok: readonly NearMiss[];
}

interface Mark {
  readonly span?: string;
  /** Which occurrence of the words, from 1, where they occur more than once. */
  readonly nth?: number;
  readonly category: Category;
  readonly severity?: number;
  readonly whole?: boolean;
}
interface Entry {
  readonly id: string;
  readonly text: string;
  readonly markup?: 'markdown' | 'html';
  readonly labels?: readonly Mark[];
  readonly ok?: readonly Mark[];
}

/** All replies of the set, genre by genre. Throws, naming reply and span, where a label does not fit its reply. */
export function ownSet(): LabelledReply[] {
  const replies = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort()
    .flatMap((name) => (parse(readFileSync(join(folder, name), 'utf8')) as Entry[]).map((entry) => labelled(entry, name.slice(0, -'.yaml'.length))));
  const ids = new Set<string>();
  for (const { id } of replies) {
    if (ids.has(id)) throw new Error(`${id}: two replies have this id`);
    ids.add(id);
  }
  return replies;
}

function labelled({ id, text, markup, labels = [], ok = [] }: Entry, genre: string): LabelledReply {
  for (const mark of [...labels, ...ok]) if (!categories.includes(mark.category)) throw new Error(`${id}: no such category: ${mark.category}`);
  return {
    id,
    genre,
    path: `${id}.reply.${markup === undefined ? 'txt' : 'md'}`,
    text,
    labels: labels.map((mark) => ({ ...place(id, text, mark), category: mark.category, severity: severity(id, mark), whole: mark.whole === true })),
    ok: ok.map((mark) => ({ ...place(id, text, mark), category: mark.category })),
  };
}

function severity(id: string, { severity }: Mark): number {
  if (severity !== 1 && severity !== 2 && severity !== 3) throw new Error(`${id}: severity is 1, 2 or 3, not ${severity}`);
  return severity;
}

function place(id: string, text: string, { span, nth, whole }: Mark): Range {
  if (whole) return { start: 0, end: text.length };
  if (!span) throw new Error(`${id}: a label needs a span, unless it is of the whole reply`);
  const starts: number[] = [];
  for (let at = text.indexOf(span); at >= 0; at = text.indexOf(span, at + 1)) starts.push(at);
  const start = nth === undefined && starts.length > 1 ? undefined : starts[(nth ?? 1) - 1];
  if (start === undefined) throw new Error(`${id}: ${JSON.stringify(span)} occurs ${starts.length} times${nth === undefined ? '' : `, and nth is ${nth}`}`);
  return { start, end: start + span.length };
}
