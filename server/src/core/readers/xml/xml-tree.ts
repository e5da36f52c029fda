import { Tokenizer } from 'htmlparser2';
import type { Range } from '../../model.ts';
import type { Problem } from '../reader.ts';

/** An element of an XML text; the range covers its tags, `inner` what stands between them. */
export interface XmlElement extends Range {
  readonly name: string;
  readonly inner: Range;
  readonly children: readonly XmlElement[];
  /** False where its end tag is missing: what it holds is then anybody's guess. */
  readonly closed: boolean;
}

interface OpenElement { name: string; start: number; end: number; inner: { start: number; end: number }; children: XmlElement[]; closed: boolean }

/**
 * The tree of an XML text, as far as it can be read, and why not further. htmlparser2's tokenizer in its XML mode gives
 * the offsets; which tag closes which is checked here, for a broken file must not be written to by guess.
 */
export function parseXml(text: string): { readonly root: XmlElement | null; readonly problem: Problem | null } {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let problem: Problem | null = null;
  let start = 0;
  let name = '';
  let tokenEnd = 0;
  const fail = (message: string, offset: number): void => {
    problem ??= { message, offset: Math.min(offset, text.length) };
  };
  const opened = (end: number, closesItself: boolean): void => {
    const element: OpenElement = { name, start, end, inner: { start: end, end }, children: [], closed: closesItself };
    if (open.length === 0 && root !== null) fail('There is more than one outermost element in this file, and XML allows one.', start);
    else if (open.length === 0) root = element;
    else open.at(-1)!.children.push(element);
    if (!closesItself) open.push(element);
    tokenEnd = end;
  };
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, {
    onopentagname(from, to) {
      start = from - 1;
      name = text.slice(from, to);
    },
    onopentagend: (end) => opened(end + 1, false),
    onselfclosingtag: (end) => opened(end + 1, true),
    onclosetag(from, to) {
      const closing = text.slice(from, to);
      const over = text.indexOf('>', to);
      const element = open.at(-1);
      if (element?.name !== closing) return fail(element ? `<${element.name}> is closed here as </${closing}>.` : `</${closing}> closes an element that was never opened.`, from - 2);
      open.pop();
      element.closed = true;
      element.inner.end = from - 2;
      element.end = tokenEnd = over === -1 ? text.length : over + 1;
    },
    ontext(from, to) {
      if (open.length === 0 && text.slice(from, to).trim() !== '') fail('There is text outside of the outermost element.', from);
      tokenEnd = to;
    },
    oncomment: (_from, end) => { tokenEnd = end + 1; },
    oncdata: (_from, end) => { tokenEnd = end + 1; },
    onprocessinginstruction: (_from, end) => { tokenEnd = end + 1; },
    ondeclaration: (_from, end) => { tokenEnd = end + 1; },
    onattribdata: nothing, onattribend: nothing, onattribentity: nothing, onattribname: nothing, onend: nothing, ontextentity: nothing,
  });
  tokenizer.write(text);
  tokenizer.end();
  const unclosed = open.at(-1);
  if (unclosed) fail(`<${unclosed.name}> is never closed.`, unclosed.start);
  else if (tokenEnd < text.length) fail('The last tag of this file is never closed.', tokenEnd);
  else if (root === null && text.trim() !== '') fail('This file holds no XML element.', 0);
  for (const element of open) element.end = element.inner.end = text.length;
  return { root, problem };
}

function nothing(): void {
  return undefined;
}

/** The first child of this name. */
export function child(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((each) => each.name === name) ?? null;
}
