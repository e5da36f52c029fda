import { Tokenizer } from 'liquidjs';
import { isControlTag } from '../core/markup/template-tags.ts';
import { partsOf } from '../core/platforms/parts.ts';
import { findConstructs } from '../core/readers/template/constructs.ts';
import { type Condition, equality, not, readCondition, say, variable } from './conditions.ts';
import { choice, type Part, TemplateError } from './template-tree.ts';

/** A block that is still open: its tag, where it began, and what it holds so far. */
interface Open {
  readonly tag: string;
  readonly start: number;
  /** The variable of a `case`, the list of a loop, the name that a text is given. */
  readonly subject: string | null;
  readonly tests: { when: Condition; parts: Part[] }[];
  readonly otherwise: Part[];
  /** Where what comes next belongs. */
  into: Part[];
}

const choices = new Set(['if', 'unless', 'case', 'ifequal', 'ifnotequal', 'ifchanged']);
const loops = new Set(['for', 'tablerow']);

/**
 * The tree of a template in Liquid, Jinja or Twig. liquidjs cuts it into tags, values and text, with their places and with
 * the blanks that `{%-` takes away; what the three languages share is put together here, for none of their parsers reads
 * the tags of the others.
 * @throws TemplateError
 */
export function liquidTree(text: string): Part[] {
  // What the customer never reads is out of the way first: it need not be well-formed.
  const unseen = findConstructs(text, 'liquid').filter(({ kind }) => kind === 'note' || kind === 'unseen' || kind === 'subject');
  let seen = '';
  for (const { start, end } of unseen) seen += text.slice(seen.length, start) + '\u0000'.repeat(end - start);
  seen += text.slice(seen.length);
  const builder = new TreeBuilder();
  for (const token of tokensOf(seen)) {
    const source = text.slice(token.begin, token.end);
    if ('name' in token) builder.tag(token.name, token.args.trim(), token.begin, token.end, source);
    else if (source.startsWith('{{') && token.kind === outputToken) builder.add(valueAt(token.begin, token.end, source));
    else {
      const { trimLeft, trimRight } = token as unknown as { trimLeft: number; trimRight: number };
      builder.words(seen, token.begin + trimLeft, token.end - trimRight);
    }
  }
  return builder.done();
}

const outputToken = 8;

function tokensOf(text: string): { kind: number; begin: number; end: number; name?: string; args: string }[] {
  try {
    return new Tokenizer(text).readTopLevelTokens() as unknown as { kind: number; begin: number; end: number; name?: string; args: string }[];
  } catch (error) {
    const at = (error as { token?: { begin?: number } }).token?.begin ?? 0;
    throw new TemplateError(`“${text.slice(at, at + 24).split('\n')[0]!.trim()}” is opened here and never closed.`, at);
  }
}

function valueAt(start: number, end: number, source: string): Part {
  const inner = source.replace(/^\{[{%]-?\s*|\s*-?[%}]\}$/g, '');
  const parts = partsOf(source.replace(/^\{\{-/, '{{').replace(/-\}\}$/, '}}'));
  return { kind: 'value', start, end, name: parts?.name || inner, fallback: parts?.fallback ?? /^default\(\s*(["'])(.*?)\1/.exec(inner.split('|')[1]?.trim() ?? '')?.[2] ?? null };
}

class TreeBuilder {
  private readonly root: Part[] = [];
  private readonly open: Open[] = [];

  private get into(): Part[] { return this.open.at(-1)?.into ?? this.root; }

  add(part: Part): void {
    this.into.push(part);
  }

  /** Text, without what was blanked out of it. */
  words(text: string, start: number, end: number): void {
    for (let at = start; at < end;) {
      if (text[at] === '\u0000') { at++; continue; }
      const hole = text.indexOf('\u0000', at);
      const stop = hole === -1 || hole > end ? end : hole;
      this.add({ kind: 'words', start: at, end: stop });
      at = stop;
    }
  }

  tag(name: string, args: string, start: number, end: number, source: string): void {
    const top = this.open.at(-1);
    if (choices.has(name)) this.openChoice(name, args, start);
    else if (loops.has(name)) this.push(name, start, /\bin\s+([^\s%]+)/.exec(args)?.[1] ?? null);
    else if (name === 'capture' || (name === 'set' && /^\w+$/.test(args))) this.push(name, start, /\w+/.exec(args)?.[0] ?? null);
    else if (name === 'assign' || name === 'set') this.naming(args, start, end);
    else if (/^(?:elsif|elif|elseif)$/.test(name) && top && choices.has(top.tag)) this.test(top, readCondition(args));
    else if (name === 'when' && top?.tag === 'case') this.test(top, oneOf(top.subject ?? '', args));
    else if (name === 'else' || (name === 'empty' && args === '')) this.rest(top, start, source);
    else if (/^end/.test(name)) this.end(name.slice(3), start, end, source);
    else if (!isControlTag(name)) this.add(valueAt(start, end, source));
  }

  done(): Part[] {
    const left = this.open.at(-1);
    if (left) throw new TemplateError(`“${left.tag}” is opened here and never closed with “end${left.tag}”.`, left.start);
    return this.root;
  }

  private push(tag: string, start: number, subject: string | null): Open {
    const opened: Open = { tag, start, subject, tests: [], otherwise: [], into: [] };
    this.open.push(opened);
    return opened;
  }

  private openChoice(name: string, args: string, start: number): void {
    const opened = this.push(name, start, name === 'case' ? args : null);
    if (name === 'case') return;
    const when = name === 'if' || name === 'unless' ? readCondition(args) : { kind: 'fact' as const, text: `${name} ${args}`.trim() };
    this.test(opened, name === 'unless' ? not(when) : when);
  }

  private test(opened: Open, when: Condition): void {
    opened.into = [];
    opened.tests.push({ when, parts: opened.into });
  }

  private rest(top: Open | undefined, start: number, source: string): void {
    if (!top) throw new TemplateError(`“${source.trim()}” stands outside of any choice.`, start);
    if (top.tag !== 'capture' && top.tag !== 'set') {
      // What a loop holds so far is what it prints for each entry.
      if (loops.has(top.tag)) top.tests.push({ when: { kind: 'fact', text: '' }, parts: top.into });
      top.into = top.otherwise;
    }
  }

  private end(tag: string, start: number, end: number, source: string): void {
    const top = this.open.at(-1);
    const ours = choices.has(tag) || loops.has(tag) || tag === 'capture' || (tag === 'set' && top?.tag === 'set');
    if (!ours) return;
    if (top?.tag !== tag) throw new TemplateError(top ? `“${source}” closes nothing here: “${top.tag}” is still open.` : `“${source}” closes nothing.`, start);
    this.open.pop();
    const range = { start: top.start, end };
    if (loops.has(tag)) this.add({ kind: 'loop', ...range, name: listName(top.subject), parts: top.tests[0]?.parts ?? top.into, otherwise: top.otherwise });
    else if (choices.has(tag)) this.add(choice(range, top.tests, top.otherwise, say));
    else if (top.subject) this.add({ kind: 'naming', ...range, name: top.subject, parts: top.into });
  }

  private naming(args: string, start: number, end: number): void {
    const [, name, given = ''] = /^([\w.]+)\s*=\s*(.*)$/s.exec(args) ?? [];
    if (!name) return;
    const from = start + 2;
    const quoted = /^(["'])(.*)\1$/s.exec(given);
    const alias = partsOf(`{{${given}}}`);
    const parts: Part[] | null = quoted && !quoted[2]!.includes(quoted[1]!) ? [] : alias?.name && variable.test(alias.name) && alias.name !== name ? [{ kind: 'value', start, end, name: alias.name, fallback: alias.fallback }] : null;
    this.add({ kind: 'naming', start, end, name, parts: quoted && parts ? [{ kind: 'value', start: from, end, name: '', fallback: quoted[2]! }] : parts });
  }
}

function listName(subject: string | null): string | null {
  return subject && variable.test(subject) ? subject : null;
}

/** `when "late", "lost"`, also with `or`. */
function oneOf(subject: string, args: string): Condition {
  const values = args.match(/"[^"]*"|'[^']*'|[^\s,"']+/g)?.filter((word) => word !== 'or') ?? [];
  const all = values.map((value): Condition => (variable.test(subject) ? equality(subject, value) : null) ?? { kind: 'fact', text: `${subject} == ${value}` });
  return all.length === 1 ? all[0]! : { kind: 'or', of: all };
}
