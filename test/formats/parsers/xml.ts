import { DOMParser, type Node, onErrorStopParsing } from '@xmldom/xmldom';
import type { Parser } from './parser.ts';

/** XML as a document object model holds it: every text that is not just white space, and every attribute. */
export const xml: Parser = {
  wholeFields: true,
  leaves(text) {
    const out = new Map<string, unknown>();
    const walk = (node: Node, at: string): void => {
      const children = Array.from({ length: node.childNodes.length }, (_, i) => node.childNodes[i]!);
      const elements = children.filter((child) => child.nodeType === child.ELEMENT_NODE);
      if ('attributes' in node) for (const { name, value } of node.attributes as Iterable<{ name: string; value: string }>) out.set(`${at}/@${name}`, value);
      if (elements.length === 0) out.set(at, node.textContent);
      elements.forEach((child, i) => walk(child, `${at}/${child.nodeName}[${i}]`));
    };
    walk(new DOMParser({ onError: onErrorStopParsing }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml').documentElement!, '');
    return out;
  },
};
