import { SourceMap, type MappedText } from '../../text/source-map.ts';
import type { ScalarTree } from '../shapes/tree.ts';
import { decodeBlock } from './block-scalars.ts';
import { decodeDoubleQuoted, decodePlain, decodeSingleQuoted } from './flow-scalars.ts';
import { plainValue } from './plain-values.ts';

/** Decodes the scalar of any style that stands at `[start, end)` of `source`; `indent` counts for a block scalar only. */
export function decodeScalar(source: string, { start, end, flow, indent }: Pick<ScalarTree, 'start' | 'end' | 'flow' | 'indent'>): MappedText {
  const first = source[start];
  if (!flow && (first === '|' || first === '>')) return decodeBlock(source, start, end, indent);
  if (first === "'") return decodeSingleQuoted(source, start, end);
  if (first === '"') return decodeDoubleQuoted(source, start, end);
  return decodePlain(source, start, end);
}

/** A scalar that is decoded when somebody asks what it says: to tell a file's shape takes its keys and a few values. */
export class LazyScalar implements ScalarTree {
  readonly kind = 'scalar';
  readonly flow: boolean;
  readonly indent: number;
  readonly start: number;
  readonly end: number;
  private readonly source: string;
  private mapped: MappedText | null = null;
  private known: ScalarTree['value'] | undefined;

  constructor(source: string, start: number, end: number, flow: boolean, indent: number) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.flow = flow;
    this.indent = indent;
  }

  get value(): ScalarTree['value'] {
    this.known ??= this.isPlain() ? plainValue(this.text()) : this.text();
    return this.known;
  }

  /** The text with its places in the source that was parsed, not in any other. */
  decoded(): MappedText {
    if (this.mapped === null) {
      const text = this.verbatim();
      const from = this.isPlain() ? this.start : this.start + 1;
      this.mapped = text === null ? decodeScalar(this.source, this) : { text, map: SourceMap.verbatim(text.length, from) };
    }
    return this.mapped;
  }

  isFrom(source: string): boolean {
    return this.source === source;
  }

  private text(): string {
    return this.mapped?.text ?? this.verbatim() ?? this.decoded().text;
  }

  /** The text where it stands in the source as it is, on one line and without escapes; else null. */
  private verbatim(): string | null {
    if (!this.flow) return null;
    const first = this.source[this.start];
    const isQuoted = first === '"' || first === "'";
    const text = isQuoted ? this.source.slice(this.start + 1, this.end - 1) : this.source.slice(this.start, this.end);
    return text.includes('\n') || (isQuoted && text.includes(first === '"' ? '\\' : "'")) ? null : text;
  }

  private isPlain(): boolean {
    const first = this.source[this.start];
    return this.flow && first !== "'" && first !== '"';
  }
}
