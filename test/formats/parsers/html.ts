import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Parser } from './parser.ts';

/** HTML as a browser reads it: every text and every attribute. What a template adds is text to it. */
export const html: Parser = {
  wholeFields: false,
  leaves(text) {
    const out = new Map<string, unknown>();
    const walk = (node: DefaultTreeAdapterTypes.ChildNode, at: string): void => {
      if (node.nodeName === '#text') out.set(at, (node as DefaultTreeAdapterTypes.TextNode).value);
      else if (node.nodeName === '#comment') out.set(at, (node as DefaultTreeAdapterTypes.CommentNode).data);
      if ('attrs' in node) for (const { name, value } of node.attrs) out.set(`${at}/@${name}`, value);
      if ('childNodes' in node) node.childNodes.forEach((child, i) => walk(child, `${at}/${child.nodeName}[${i}]`));
    };
    parse(text.replace(/^\uFEFF/, '')).childNodes.forEach((node, i) => walk(node, `${node.nodeName}[${i}]`));
    return out;
  },
};
