import { Tokenizer } from 'htmlparser2';
import type { Range } from '../../model.ts';
import { blanked, type Construct } from './constructs.ts';

/** An attribute with a quoted value; the range is the value's, quotes left out. */
export interface Attribute extends Range {
  readonly name: string;
  readonly element: string;
}

/** Where tags, comments, the title and the attributes of an HTML text stand. */
export interface HtmlOutline {
  readonly tags: readonly Range[];
  readonly comments: readonly Range[];
  readonly title: Range | null;
  readonly attributes: readonly Attribute[];
}

/**
 * Template constructs are blanked out first, so that a `>` inside `{% if a > b %}` ends no tag. htmlparser2's tokenizer
 * keeps every offset; its parser would not.
 */
export function htmlOutline(source: string, constructs: readonly Construct[]): HtmlOutline {
  const text = blanked(source, constructs);
  const tags: Range[] = [];
  const comments: Range[] = [];
  const attributes: Attribute[] = [];
  let title: Range | null = null;
  let titleStart = -1;
  let inBody = false;
  let tagStart = 0;
  let element = '';
  let attribute = '';
  let value: Range | null = null;
  const tagEnds = (end: number): void => {
    tags.push({ start: tagStart, end });
    if (title === null && !inBody && /^(?:mj-)?title$/.test(element)) titleStart = end;
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer({ decodeEntities: false }, {
    onopentagname(start, end) {
      tagStart = start - 1;
      element = text.slice(start, end).toLowerCase();
      if (/^(?:mj-)?body$|^svg$/.test(element)) inBody = true;
    },
    onattribname(start, end) {
      attribute = text.slice(start, end).toLowerCase();
      value = null;
    },
    onattribdata(start, end) {
      value = { start: value?.start ?? start, end };
    },
    onattribend(quote) {
      if (value && quote >= 2) attributes.push({ ...value, name: attribute, element });
      value = null;
    },
    onopentagend: (end) => tagEnds(end + 1),
    onselfclosingtag: (end) => tagEnds(end + 1),
    onclosetag(start, end) {
      const over = text.indexOf('>', end);
      tags.push({ start: start - 2, end: over === -1 ? text.length : over + 1 });
      if (titleStart !== -1 && /^(?:mj-)?title$/i.test(text.slice(start, end))) {
        title = { start: titleStart, end: start - 2 };
        titleStart = -1;
      }
    },
    oncomment: (start, end, offset) => comments.push({ start, end: end - offset }),
    ontext: nothing, onprocessinginstruction: nothing, oncdata: nothing, ondeclaration: nothing, onattribentity: nothing, onend: nothing, ontextentity: nothing,
  });
  tokenizer.write(text);
  tokenizer.end();
  return { tags, comments, title, attributes };
}
