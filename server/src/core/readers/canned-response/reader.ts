import type { Range, TextEdit } from '../../model.ts';
import type { Field, Format, Problem, Reader, Reply } from '../reader.ts';
import { fileTitle } from '../prose/file-title.ts';
import { frontMatterRange } from '../prose/front-matter-range.ts';
import { verbatimField } from '../prose/verbatim-field.ts';
import { readFrontMatter } from './front-matter.ts';
import { sectionLine, splitAtSections, type Section } from './sections.ts';

const id = 'canned-response';

/** Reads one reply: front matter, if there is any, and the body. */
export function cannedResponseReader(markup: 'markdown' | 'text', title: string): Reader {
  return {
    format: id,
    items: (text) => ({ items: text.trim() === '' ? [] : [{ start: 0, end: text.length, context: null }], problems: [] }),
    read: (source) => read(source, markup, title),
    isStillOneItem: (source) => source.trim() !== '',
  };
}

function read(source: string, usual: 'markdown' | 'text', title: string): { reply: Reply | null; problems: readonly Problem[] } {
  const range = frontMatterRange(source);
  const matter = range ? readFrontMatter(source.slice(range.yamlStart, range.yamlEnd)) : null;
  const shift = range?.yamlStart ?? 0;
  const problems = (matter?.problems ?? []).map((problem) => ({ ...problem, offset: problem.offset + shift }));
  const remarks = (matter?.remarks ?? []).map((remark) => ({ ...remark, start: remark.start + shift, end: remark.end + shift }));
  const body = { role: 'body' as const, audience: matter?.audience ?? 'customer', markup: matter?.markup ?? usual };
  const sections: readonly Section[] = (matter?.sections ?? []).map((section) => ({ ...body, ...section }));
  const parts = splitAtSections(source, range?.end ?? 0, sections.map(({ name }) => name));
  const missing = sections.find((_, i) => parts[i + 1] === null);
  if (missing) problems.push({ message: `The front matter names a section “${missing.name}”, and no line “${sectionLine(missing.name)}” stands below it.`, offset: shift });
  const fields = textsOf(source, [body, ...sections], parts);
  if (fields.length === 0) return { reply: null, problems };
  if (matter?.subject) fields.unshift(subjectField(source, matter.subject.start + shift, matter.subject.end + shift, body.audience));
  return { reply: { id: matter?.id ?? null, title: matter?.title ?? title, tags: matter?.tags ?? [], declared: matter?.declared ?? {}, fields, ...(remarks.length > 0 && { remarks }) }, problems };
}

/** The texts that hold words. A twin says the same as the text above it. */
function textsOf(source: string, kinds: readonly Omit<Section, 'name'>[], parts: readonly (Range | null)[]): Field[] {
  const fields: Field[] = [];
  for (const [i, part] of parts.entries()) {
    const words = part ? source.slice(part.start, part.end).search(/\S/) : -1;
    if (!part || words === -1) continue;
    const { role, audience, markup } = kinds[i]!;
    const counts = role === 'twin' ? fields.findLast((field) => field.role !== 'twin' && field.audience === audience) : undefined;
    const field = verbatimField(source, { role: role === 'twin' && !counts ? 'body' : role, audience, markup, start: part.start + words, end: part.start + source.slice(part.start, part.end).trimEnd().length });
    fields.push(counts ? { ...field, twinOf: counts } : field);
  }
  return fields;
}

/** The subject is a YAML value: a text that YAML would read otherwise is refused, not escaped by guess. */
function subjectField(source: string, start: number, end: number, audience: Field['audience']): Field {
  const field = verbatimField(source, { role: 'subject', audience, markup: 'text', start, end });
  const quote = source[start - 1] === '"' || source[start - 1] === "'" ? source[start - 1]! : '';
  return {
    ...field,
    write(from, to, newText): readonly TextEdit[] | { readonly refused: string } {
      const value = field.value.text.slice(0, from) + newText + field.value.text.slice(to);
      const holds = quote === '' ? /^[^\s!&*?|>%@`"'#,[\]{}:-][^\n]*$/.test(value) && !/: |\s#|:$|\s$/.test(value) : !/[\n\\]/.test(value) && !value.includes(quote);
      return holds ? field.write(from, to, newText) : { refused: 'The subject in the front matter would need quotation marks to hold this text.' };
    },
  };
}

/** The project's own file type. */
export const cannedResponse: Format = {
  id,
  recognise(file) {
    const found = /\.(?:reply|macro|canned)\.(md|txt)$/i.exec(file.path);
    return found ? cannedResponseReader(found[1]!.toLowerCase() === 'md' ? 'markdown' : 'text', fileTitle(file.path)) : null;
  },
};
