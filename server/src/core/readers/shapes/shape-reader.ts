import type { Field, Item, Reader, Reply } from '../reader.ts';
import { readsLikeProse } from './prose.ts';
import { heldBy, type Around, type Draft, type DraftField, type Place, type Shape } from './shape.ts';
import type { Part, Syntax } from './syntax.ts';
import { scalarsOf, type Tree } from './tree.ts';
import { writeScalar } from './write-scalar.ts';

/** What an item of these readers carries with it. */
interface Context {
  readonly part: Part;
  readonly around: Around;
}

/** A reader of files in one syntax whose replies have one shape. `path` is the file's, as the shape looks at names. */
export function shapeReader(syntax: Syntax, shape: Shape, path: string): Reader {
  return {
    format: shape.format,
    items(text) {
      const { roots, problems } = syntax.parse(text);
      const places = roots.flatMap((root) => (root === null ? [] : shape.find(root, path) ?? []));
      return { items: places.map((place) => itemOf(place, text)).sort((a, b) => a.start - b.start), problems };
    },
    read(source, item) {
      const { part, around } = item.context as Context;
      const { tree } = syntax.parsePart(source, part);
      const draft = draftOf(shape, tree, part, around);
      return { reply: tree === null || draft === null ? null : replyOf(syntax, source, part, tree, draft), problems: [] };
    },
    isStillOneItem(source, item, before) {
      const { part, around } = item.context as Context;
      if (!staysInside(source, part)) return false;
      const standing = (text: string): Standing | null => {
        const { tree, exact } = syntax.parsePart(text, part);
        if (tree === null || !exact || !closesItself(tree, text)) return null;
        const draft = draftOf(shape, tree, part, around);
        // What is no reply may still count where the shape of the file is told.
        return draft && { frame: frameOf(text, tree, draft), weight: weightOf(draft) };
      };
      const now = standing(source);
      const was = now && standing(before);
      return was !== null && was.frame === now!.frame && was.weight === now!.weight;
    },
  };
}

/** What an item is in its file, besides its texts. */
interface Standing {
  /** A digest of all but its texts: with another key or number it can be another reply, or the file one of another format. */
  readonly frame: number;
  /** What the item adds to the decision which shape the file has. */
  readonly weight: string;
}

function itemOf({ start, end, what, flow, around }: Place, text: string): Item {
  const part: Part = { what, flow, column: flow ? 0 : start - (text.lastIndexOf('\n', start - 1) + 1) };
  const context: Context = { part, around };
  return { start, end, context };
}

/** A number that tells the keys of a tree and all its values but the draft's texts from others. `text` is what the tree counts in. */
function frameOf(text: string, tree: Tree, draft: Draft): number {
  const texts = new Set<Tree>(draft.fields.map(({ scalar }) => scalar));
  let digest = 0;
  const add = (word: string): void => {
    for (let i = 0; i < word.length; i++) digest = (Math.imul(digest, 31) + word.charCodeAt(i)) | 0;
    digest = Math.imul(digest ^ (digest >>> 15), 0x2c1b3c6d);
  };
  const walk = (here: Tree | null): void => {
    if (here === null) return add('nothing');
    if (texts.has(here)) return add(here.kind === 'scalar' && !here.flow ? marginOf(text, here.start) : 'text');
    if (here.kind === 'scalar') return add(text.slice(here.start, here.end));
    add(here.kind);
    if (here.kind === 'list') for (const { value } of here.elements) walk(value);
    else for (const { key, value } of here.entries) {
      add(key);
      walk(value);
    }
    add('end');
  };
  walk(tree);
  return digest;
}

/** The first line of a text in a block, and the spaces that its other lines begin with: with other ones a comment below it may be part of it. */
function marginOf(text: string, start: number): string {
  const margin = /[|>][^\n]*(?:\n[ \t\r]*(?=\n))*(?:\n *)?/y;
  margin.lastIndex = start;
  const found = margin.exec(text)?.[0] ?? '';
  return text.slice(start, start + found.indexOf('\n')) + (found.length - found.lastIndexOf('\n'));
}

function weightOf(draft: Draft): string {
  return draft.fields.some((field) => readsLikeProse(field.scalar.value)) ? 'prose' : 'words';
}

function draftOf(shape: Shape, tree: Tree | null, part: Part, around: Around): Draft | null {
  const held = heldBy({ what: part.what, tree });
  return held === null ? null : shape.read(held, around);
}

/** Every later line of an item outside brackets stands deeper than the item, or holds nothing. */
function staysInside(source: string, part: Part): boolean {
  if (part.flow) return true;
  const least = part.what === 'value' ? part.column : part.column + 1;
  return source.split('\n').slice(1).every((line) => /^\s*(?:#.*)?$/.test(line) || /^ */.exec(line)![0].length >= least);
}

/** A block scalar at the end takes the line breaks after it, so the item must hold one. */
function closesItself(tree: Tree, source: string): boolean {
  let last: Tree | null = null;
  for (const scalar of scalarsOf(tree)) last = scalar;
  return last === null || last.kind !== 'scalar' || last.flow || last.end < source.length || source.endsWith('\n');
}

function replyOf(syntax: Syntax, source: string, part: Part, tree: Tree, draft: Draft): Reply {
  const drafts = [...draft.fields].sort((a, b) => a.scalar.start - b.scalar.start);
  const plain = drafts.map((field) => fieldOf(syntax, source, part, tree, field));
  const fields = drafts.map(({ twinOf }, i): Field => {
    const counts = twinOf && plain[drafts.findIndex((other) => other.scalar === twinOf)];
    return counts ? { ...plain[i]!, twinOf: counts } : plain[i]!;
  });
  const remarks = draft.remarks?.map(({ ruleId, scalar }) => ({ ruleId, text: source.slice(scalar.start, scalar.end), start: scalar.start, end: scalar.end }));
  return { id: draft.id, title: draft.title, tags: draft.tags, declared: draft.declared, fields, ...(remarks && { remarks }) };
}

function fieldOf(syntax: Syntax, source: string, part: Part, tree: Tree, { scalar, role, audience, markup }: DraftField): Field {
  const value = syntax.decode(source, scalar);
  return {
    role, audience, markup, value, start: scalar.start, end: scalar.end,
    write: (start, end, newText) => writeScalar(syntax, source, part, tree, scalar, value, start, end, newText),
  };
}
