import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Parser } from './parser.ts';

/** YAML as the `yaml` package reads it; what an alias stands for counts once, where it is written. */
export const yaml: Parser = {
  wholeFields: true,
  leaves(text) {
    const out = new Map<string, unknown>();
    const walk = (node: unknown, at: string): void => {
      if (isAlias(node)) out.set(at, `*${node.source}`);
      else if (isScalar(node)) out.set(at, node.value);
      else if (isMap(node)) for (const { key, value } of node.items) walk(value, `${at}/${String(key)}`);
      else if (isSeq(node)) node.items.forEach((item, i) => walk(item, `${at}/${i}`));
      else out.set(at, node);
    };
    const documents = parseAllDocuments(text.replace(/^\uFEFF/, ''));
    if (Array.isArray(documents)) {
      documents.forEach((document, i) => {
        if (document.errors.length > 0) throw document.errors[0]!;
        walk(document.contents, `${i}`);
      });
    }
    return out;
  },
};
