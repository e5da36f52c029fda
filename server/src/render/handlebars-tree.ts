import { type AST, parse } from '@handlebars/parser';
import { type Condition, equality, not, say, variable } from './conditions.ts';
import { choice, type Part, TemplateError } from './template-tree.ts';

/**
 * The tree of a Handlebars or Mustache template, from Handlebars' own parser, blanks taken away as it does. It only parses:
 * no partial is looked up, no helper called.
 * @throws TemplateError
 */
export function handlebarsTree(text: string): Part[] {
  const places = new Places(text);
  return partsOf(program(text, places).body, text, places);
}

function program(text: string, places: Places): AST.Program {
  try {
    return parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, line] = /line (\d+)/.exec(message) ?? [];
    const { lineNumber, column } = error as { lineNumber?: number; column?: number };
    const unclosed = /^(\S+) doesn't match (\S+)/.exec(message);
    const offset = lineNumber === undefined ? places.at({ line: Number(line ?? 1), column: 0 }) : places.at({ line: lineNumber, column: column ?? 0 });
    throw new TemplateError(unclosed ? `“${unclosed[1]}” is opened here and closed with “${unclosed[2]}”.` : 'This cannot be read as Handlebars: something is opened and not closed, or the other way round.', offset);
  }
}

/** Lines as Handlebars counts them. */
class Places {
  private readonly starts: readonly number[];
  private readonly size: number;

  constructor(text: string) {
    this.starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
    this.size = text.length;
  }

  at({ line, column }: { line: number; column: number }): number {
    return Math.min(this.size, (this.starts[line - 1] ?? this.size) + column);
  }
}

function partsOf(body: readonly AST.Statement[], text: string, places: Places): Part[] {
  return body.flatMap((statement): Part[] => {
    const range = { start: places.at(statement.loc.start), end: places.at(statement.loc.end) };
    switch (statement.type) {
      case 'ContentStatement': return contentAt(statement, range.start, text);
      case 'MustacheStatement': return [{ kind: 'value', ...range, ...valueOf(statement as AST.MustacheStatement, text.slice(range.start, range.end)) }];
      case 'BlockStatement': return blockAt(statement as AST.BlockStatement, range, text, places);
      default: return [];
    }
  });
}

/** The piece of the template that is printed; its blanks may be gone at either end, and a `\` before braces is not part of it. */
function contentAt(statement: AST.Statement, from: number, text: string): Part[] {
  // The package's types say otherwise of `original`.
  const { original, value } = statement as unknown as { readonly original: string; readonly value: string };
  if (value === '') return [];
  const start = [from, from + 1, from - 1].find((at) => text.startsWith(original, at));
  if (start === undefined) return [];
  const solid = value.search(/\S/);
  const cut = solid === -1 ? original.indexOf(value) : original.search(/\S/) - solid;
  return [{ kind: 'words', start: start + cut, end: start + cut + value.length }];
}

function valueOf(statement: AST.MustacheStatement, source: string): { name: string; fallback: string | null } {
  const { path, params } = statement;
  const name = 'original' in path && params.length === 0 ? String(path.original).replace(/^this\./, '') : source.replace(/^\{+~?\s*|\s*~?\}+$/g, '');
  return { name, fallback: null };
}

function blockAt(block: AST.BlockStatement, range: { start: number; end: number }, text: string, places: Places): Part[] {
  const inside = block.program ? partsOf(block.program.body, text, places) : [];
  const otherwise = block.inverse ? partsOf(block.inverse.body, text, places) : [];
  const helper = 'original' in block.path ? String(block.path.original) : '';
  const subject = block.params[0];
  switch (helper) {
    case 'each': return [{ kind: 'loop', ...range, name: subject ? nameOf(subject) : null, parts: inside, otherwise }];
    case 'if': case 'unless': case 'with': {
      const when = subject ? conditionOf(subject) : { kind: 'fact' as const, text: helper };
      return [choice(range, [{ when: helper === 'unless' ? not(when) : when, parts: inside }], otherwise, say)];
    }
    default: {
      // A section of Mustache is shown where there is such a value; another helper shows what it holds, unless it has an `else`.
      if (block.params.length > 0 && !block.inverse) return inside;
      const when: Condition = block.params.length === 0 ? { kind: 'set', name: helper } : call(helper, block.params);
      return [choice(range, [{ when, parts: inside }], otherwise, say)];
    }
  }
}

function nameOf(expression: AST.Expression): string | null {
  if (expression.type !== 'PathExpression') return null;
  const name = String((expression as AST.PathExpression).original).replace(/^this\./, '');
  return variable.test(name) ? name : null;
}

function conditionOf(expression: AST.Expression): Condition {
  if (expression.type === 'SubExpression') {
    const { path, params } = expression as AST.SubExpression;
    return call('original' in path ? String(path.original) : '', params);
  }
  const name = nameOf(expression);
  const round = name && /^@(first|last)$/.exec(name);
  if (round) return { kind: 'round', which: round[1] as 'first' | 'last' };
  return name ? { kind: 'set', name } : { kind: 'fact', text: written(expression) };
}

/** The helpers that most houses add, by their usual names. */
function call(helper: string, params: readonly AST.Expression[]): Condition {
  const [left, right] = params;
  switch (helper) {
    case 'and': case 'or': return { kind: helper, of: params.map(conditionOf) };
    case 'not': if (left) return not(conditionOf(left)); break;
    case 'eq': case 'is': case 'ne': case 'isnt': {
      const name = left && nameOf(left);
      const equal = name && right ? equality(name, written(right)) : null;
      if (equal) return helper.startsWith('ne') || helper === 'isnt' ? not(equal) : equal;
    }
  }
  return { kind: 'fact', text: [helper, ...params.map(written)].join(' ') };
}

function written(expression: AST.Expression): string {
  const { original, value } = expression as { original?: unknown; value?: unknown };
  if (expression.type === 'StringLiteral') return JSON.stringify(value);
  return String(original ?? value ?? '…');
}
