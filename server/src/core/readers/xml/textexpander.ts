import { markupSeenIn } from '../shapes/prose.ts';
import { xmlFormat, type XmlField } from './reader.ts';
import { child, type XmlElement } from './xml-tree.ts';

/** Value of a plist dictionary's key: the element after `<key>name</key>`. */
function valueOf(dict: XmlElement | null, key: string, textOf: (element: XmlElement | null) => string): XmlElement | null {
  const at = dict?.children.findIndex((each) => each.name === 'key' && textOf(each) === key) ?? -1;
  return at === -1 ? null : dict!.children[at + 1] ?? null;
}

/** A group of snippets as TextExpander keeps it. Scripts and snippets in other kinds of text are not read. */
export const textExpander = xmlFormat({
  format: 'textexpander',
  path: /\.(?:textexpander|te2?settings)$|TextExpander[^/]*\.(?:xml|plist)$/i,
  find(root, textOf) {
    const dict = root.name === 'plist' ? child(root, 'dict') : null;
    if (dict === null) return null;
    const array = valueOf(dict, 'snippetsTE2', textOf) ?? valueOf(dict, 'snippetsTE3', textOf);
    return array?.name === 'array' ? array.children.filter((each) => each.name === 'dict') : null;
  },
  read(dict, textOf) {
    const body = valueOf(dict, 'plainText', textOf);
    const type = textOf(valueOf(dict, 'snippetType', textOf));
    if (body?.name !== 'string' || (type !== '' && type !== '0')) return null;
    const labels = ['label', 'abbreviation'].flatMap((key): XmlField[] => {
      const element = valueOf(dict, key, textOf);
      return element?.name === 'string' ? [{ element, role: 'body', audience: 'label', markup: () => 'text' }] : [];
    });
    const abbreviation = textOf(valueOf(dict, 'abbreviation', textOf));
    return {
      id: textOf(valueOf(dict, 'uuidString', textOf)) || abbreviation || null,
      title: textOf(valueOf(dict, 'label', textOf)) || abbreviation || textOf(body).split(/\s+/).slice(0, 6).join(' '),
      fields: [...labels, { element: body, role: 'body', audience: 'customer', markup: markupSeenIn }],
    };
  },
});
