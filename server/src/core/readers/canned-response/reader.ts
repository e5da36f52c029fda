import type { TextEdit } from '../../model.ts';
import type { Field, Format, Problem, Reader, Reply } from '../reader.ts';
import { fileTitle } from '../prose/file-title.ts';
import { frontMatterRange } from '../prose/front-matter-range.ts';
import { verbatimField } from '../prose/verbatim-field.ts';
import { readFrontMatter } from './front-matter.ts';

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

function read(source: string, markup: 'markdown' | 'text', title: string): { reply: Reply | null; problems: readonly Problem[] } {
  const range = frontMatterRange(source);
  const matter = range ? readFrontMatter(source.slice(range.yamlStart, range.yamlEnd)) : null;
  const shift = range?.yamlStart ?? 0;
  const problems = (matter?.problems ?? []).map((problem) => ({ ...problem, offset: problem.offset + shift }));
  const from = range?.end ?? 0;
  const words = source.slice(from).search(/\S/);
  if (words === -1) return { reply: null, problems };
  const audience = matter?.audience ?? 'customer';
  const fields: Field[] = [];
  if (matter?.subject) fields.push(subjectField(source, matter.subject.start + shift, matter.subject.end + shift, audience));
  fields.push(verbatimField(source, { role: 'body', audience, markup, start: from + words, end: source.trimEnd().length }));
  return { reply: { id: matter?.id ?? null, title: matter?.title ?? title, tags: matter?.tags ?? [], declared: matter?.declared ?? {}, fields }, problems };
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
