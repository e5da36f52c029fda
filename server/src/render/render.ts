import type { FoundReplies, FoundReply } from '../core/files/document.ts';
import type { Linter, LintInput } from '../core/linter.ts';
import { withPlaceholders } from '../core/markup/declared-placeholders.ts';
import type { InlineLayer } from '../core/markup/inline.ts';
import { inlineLayer } from '../core/markup/index.ts';
import type { FileError, FileResult, Finding, Kind, Range, Role } from '../core/model.ts';
import { forPlatform } from '../core/platforms/layer.ts';
import type { Platform } from '../core/platforms/platform.ts';
import { platformOf } from '../core/platforms/shipped.ts';
import type { Field } from '../core/readers/reader.ts';
import { templateLanguages } from '../core/readers/template/languages.ts';
import { docsOf } from '../core/rules/pages.ts';
import type { CompiledRule } from '../core/rules/tables.ts';
import { LineIndex } from '../core/text/line-index.ts';
import { SourceMap } from '../core/text/source-map.ts';
import { chooseVariants, type Variant } from './choose.ts';
import { whenItAppears } from './explain.ts';
import { growTree } from './grow-tree.ts';
import { findHoles } from './holes.ts';
import { asksFor, type Part, TemplateError, type Value } from './template-tree.ts';
import { certainty, emptyOf, exampleOf, longExampleOf, mayBeMissing } from './values.ts';
import type { Piece, Print, PrintedField } from './write-out.ts';

/** One text that the customer may see. */
export interface RenderedVariant {
  /** What was decided on the way to it, each in words that complete "when …". */
  readonly when: readonly string[];
  /** As the field holds it: HTML stays HTML. */
  readonly texts: readonly { readonly role: Role; readonly text: string }[];
}

/** Something worth rewriting in what the customer may see; the range is that of the template. It has no fixes: `check` offers those. */
export interface RenderedFinding extends Omit<Finding, 'fixes' | 'refused'> {
  /** Completes "when …"; null where every customer sees it. */
  readonly when: string | null;
  /** Indices of the variants that show it. */
  readonly variants: readonly number[];
  /** True where a check of the template as it stands reports the same. */
  readonly inCheck: boolean;
}

/** A reply with the texts that it may turn into; none where its template cannot be read. */
export interface RenderedResponse extends Range {
  readonly id: string;
  readonly title: string;
  readonly variants: readonly RenderedVariant[];
}

/** One file with all that its customers may see. */
export interface RenderedFile extends Pick<FileResult, 'path' | 'format'> {
  /** Why the file, or templates in it, could not be read; the others are there. */
  readonly errors: readonly FileError[];
  readonly responses: readonly RenderedResponse[];
  /** By their place in the file. */
  readonly findings: readonly RenderedFinding[];
}

/**
 * Writes each reply of a file out as customers may see it, over the branches of its template and over filled, missing and
 * long values, and says what is found there. Pure: nothing is run, included or looked up.
 */
export function renderFile(linter: Linter, file: LintInput): RenderedFile {
  const found = linter.replies(file);
  const { result } = found;
  const lines = new LineIndex(file.text.charCodeAt(0) === 0xfeff ? file.text.slice(1) : file.text);
  const errors: FileError[] = result.error ? [result.error] : [];
  const findings: RenderedFinding[] = [];
  const responses = found.replies.map((one): RenderedResponse => {
    const { id, title, kind, start, end } = result.responses.find((response) => response.id === one.id)!;
    const rendered = new ReplyRenderer(one, kind, found, lines, (error) => errors.push(error)).render();
    findings.push(...rendered.findings);
    return { id, title, start, end, variants: rendered.variants };
  });
  return { path: result.path, format: result.format, errors, responses, findings };
}

/** A field on its way: its template, and how its markup is read. */
interface Ground {
  readonly field: Field;
  readonly template: { readonly text: string; readonly map: SourceMap };
  readonly layer: InlineLayer;
  readonly parts: readonly Part[];
}

/** Something seen in one or more variants, its range in a field's template. */
interface Seen extends Range {
  readonly rule: CompiledRule;
  readonly level: Finding['level'];
  readonly also: readonly string[];
  readonly text: string;
  readonly field: number;
  readonly under: readonly string[];
  readonly variants: number[];
}

class ReplyRenderer {
  private readonly one: FoundReply;
  private readonly kind: Kind;
  private readonly found: FoundReplies;
  private readonly lines: LineIndex;
  private readonly platform: Platform | null;
  private readonly grounds: readonly Ground[];
  private readonly seen: Seen[] = [];

  constructor(one: FoundReply, kind: Kind, found: FoundReplies, lines: LineIndex, complain: (error: FileError) => void) {
    this.one = one;
    this.kind = kind;
    this.found = found;
    this.lines = lines;
    this.platform = platformOf(one.platform);
    this.grounds = one.reply.fields.filter(({ audience, role }) => audience === 'customer' && role !== 'twin').flatMap((field): Ground[] => {
      const layer = withPlaceholders(forPlatform(inlineLayer(field.markup), this.platform), field.placeholders);
      const template = field.template ?? field.value;
      try {
        return [{ field, layer, template, parts: growTree(template.text, layer, this.platform) }];
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const at = Math.min(error.offset, Math.max(0, template.text.length - 1));
        complain({ message: error.message, ...lines.place(one.start + template.map.range(at, at + 1).start) });
        return [];
      }
    });
  }

  render(): { variants: RenderedVariant[]; findings: RenderedFinding[] } {
    if (this.grounds.length === 0) return { variants: [], findings: [] };
    const fields = this.grounds.map(({ template, parts }) => ({ text: template.text, parts }));
    const variants = chooseVariants(fields, { filled: this.printer(exampleOf), long: this.printer(longExampleOf) }, (name) => mayBeMissing(name, this.platform));
    for (const [i, variant] of variants.entries()) {
      this.check(variant, i);
      this.holes(variant, i);
    }
    return { variants: variants.map((variant) => this.shown(variant)), findings: this.findings(variants) };
  }

  /** What stands for a value: words that the markup leaves as they are; inside an HTML tag a word that breaks nothing. */
  private printer(example: typeof exampleOf): Print {
    const nothing = emptyOf(this.platform);
    return ({ name, fallback, start }: Value, world, field) => {
      const { set, is } = world.known(name);
      const { field: { markup }, layer, template } = this.grounds[field]!;
      if (markup === 'html' && isInTag(template.text, start)) return { text: 'value', empty: false };
      if (set === false) return fallback ? { text: layer.escape(fallback), empty: false } : { text: nothing, empty: true };
      return { text: layer.escape(is ?? example(name, this.platform)), empty: false };
    };
  }

  private check(variant: Variant, number: number): void {
    const bases: number[] = [];
    let size = 0;
    const fields = variant.fields.map(({ text }, i): Field => {
      const { role, audience, markup, placeholders } = this.grounds[i]!.field;
      bases.push(size);
      const start = size;
      size += text.length + 1;
      return {
        role, audience, markup, start, end: start + text.length, value: { text, map: SourceMap.verbatim(text.length, start) },
        ...(placeholders && { placeholders }), write: () => ({ refused: '' }),
      };
    });
    const { reply } = this.one;
    // A long value makes a longer reply of it, and no other kind of reply.
    const declared = variant.long ? { kind: this.kind, ...reply.declared } : reply.declared;
    for (const { rule, level, also, text, start, end } of this.found.check({ ...reply, declared, fields, remarks: [] })) {
      const field = bases.findLastIndex((base) => base <= start);
      this.see({ rule, level, also, text, field }, start - bases[field]!, end - bases[field]!, variant, number);
    }
  }

  private holes(variant: Variant, number: number): void {
    for (const [field, printed] of variant.fields.entries()) {
      for (const { start, end, name, greeting } of findHoles(printed, this.grounds[field]!.layer)) {
        const asked = this.grounds.some(({ parts }) => asksFor(parts, name));
        const byProgram = (templateLanguages as readonly (string | null)[]).includes(this.found.result.format);
        const found = this.found.rule('empty-value', certainty(name, { greeting, platform: this.platform, byProgram, asked }));
        if (found) this.see({ ...found, also: [], text: printed.text.slice(start, end), field }, start, end, variant, number);
      }
    }
  }

  /** Keeps what was seen at a range of a variant's text, together with earlier sightings of the same. */
  private see(what: Pick<Seen, 'rule' | 'level' | 'also' | 'text' | 'field'>, start: number, end: number, variant: Variant, number: number): void {
    const pieces = piecesIn(variant.fields[what.field]!, start, end, what.rule.detector === 'empty-value');
    // What somebody's name or order may say is no fault of the template.
    if (!pieces.some(({ kind, empty }) => kind === 'words' || empty !== undefined)) return;
    const range = sourceRange(pieces, start, end);
    const same = this.seen.find(({ rule, field, start: from, end: to }) => rule === what.rule && field === what.field && from < range.end && range.start < to);
    if (!same) this.seen.push({ ...what, ...range, under: [...new Set(pieces.flatMap(({ under }) => under))], variants: [number] });
    else if (same.variants.at(-1) !== number) same.variants.push(number);
  }

  private findings(variants: readonly Variant[]): RenderedFinding[] {
    const plain = this.found.result.findings.filter(({ responseId }) => responseId === this.one.id);
    return this.seen.map(({ rule, level, also, text, field, under, variants: shown, ...range }): RenderedFinding => {
      const local = this.grounds[field]!.template.map.range(range.start, range.end);
      const [start, end] = [local.start + this.one.start, local.end + this.one.start];
      const [from, to] = [this.lines.place(start), this.lines.place(end)];
      const over = plain.filter((other) => other.start < end && start < other.end);
      return {
        ruleId: rule.id, category: rule.category, level, message: rule.message, start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column,
        text, responseId: this.one.id, also, docs: docsOf(rule.id),
        when: whenItAppears({ variants: shown, under, field, at: range.start }, variants), variants: shown,
        inCheck: over.some((other) => other.ruleId === rule.id || other.also.includes(rule.id) || (rule.detector === 'empty-value' && other.category === 'placeholder')),
      };
    }).sort((a, b) => a.start - b.start || a.end - b.end);
  }

  private shown({ fields, decisions, without, long }: Variant): RenderedVariant {
    const said = [...decisions.values()].map((decision) => decision.said).filter(Boolean);
    return {
      when: [...new Set([...said, ...(without === null ? [] : [`${without} is empty`]), ...(long ? ['values are long'] : [])])],
      texts: fields.map(({ text }, i) => ({ role: this.grounds[i]!.field.role, text })),
    };
  }
}

/** The pieces that a range of the text touches. A missing value between its ends counts, and where the range is about missing values, at them. */
function piecesIn({ pieces }: PrintedField, start: number, end: number, atEnds: boolean): Piece[] {
  return pieces.filter((piece) => {
    if (piece.start !== piece.end) return piece.start < end && start < piece.end;
    return piece.empty !== undefined && (atEnds ? start <= piece.start && piece.end <= end : start < piece.start && piece.end < end);
  });
}

function sourceRange(pieces: readonly Piece[], start: number, end: number): Range {
  let [from, to] = [Infinity, 0];
  for (const { kind, start: first, end: last, source } of pieces) {
    const inner = kind === 'words' ? { start: source.start + Math.max(0, start - first), end: source.end - Math.max(0, last - end) } : source;
    [from, to] = [Math.min(from, inner.start), Math.max(to, inner.end)];
  }
  return { start: from, end: to };
}

function isInTag(text: string, at: number): boolean {
  const open = text.lastIndexOf('<', at - 1);
  return open > text.lastIndexOf('>', at - 1) && /^<[a-z/!]/i.test(text.slice(open, open + 2));
}
