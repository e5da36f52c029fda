import type { Audience, Declared, Markup, Role } from '../../model.ts';
import type { Field, Format, Reader, Reply } from '../reader.ts';
import { writeXmlText, xmlText } from './xml-text.ts';
import { parseXml, type XmlElement } from './xml-tree.ts';

/** One field of a reply in XML: the element whose text it is. */
export interface XmlField {
  readonly element: XmlElement;
  readonly role: Role;
  readonly audience: Audience;
  /** `seen`: told from the text itself. */
  readonly markup: (text: string) => Markup;
}

export interface XmlReply {
  readonly id: string | null;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly declared?: Declared;
  readonly fields: readonly XmlField[];
}

/** A kind of XML file that holds replies. */
export interface XmlShape {
  readonly format: string;
  /** Files of this kind, told by their path. */
  readonly path: RegExp;
  /** The elements that hold a reply each, ascending and apart; null where the file is not of this kind. */
  find(root: XmlElement, textOf: (element: XmlElement | null) => string): readonly XmlElement[] | null;
  /** What one of them says; `path` gives a name to what has none. */
  read(element: XmlElement, textOf: (element: XmlElement | null) => string, path: string): XmlReply | null;
}

export function xmlFormat(shape: XmlShape): Format {
  return {
    id: shape.format,
    recognise(file) {
      if (!shape.path.test(file.path)) return null;
      const { root } = parseXml(file.text);
      return root !== null && shape.find(root, textIn(file.text)) !== null ? xmlReader(shape, file.path) : null;
    },
  };
}

function xmlReader(shape: XmlShape, path: string): Reader {
  return {
    format: shape.format,
    items(text) {
      const { root, problem } = parseXml(text);
      const elements = root === null ? [] : (shape.find(root, textIn(text)) ?? []).filter((element) => element.closed);
      return { items: elements.map(({ start, end, name }) => ({ start, end, context: name })), problems: problem ? [problem] : [] };
    },
    read(source) {
      const { root } = parseXml(source);
      const found = root && shape.read(root, textIn(source), path);
      return { reply: found ? replyOf(source, found) : null, problems: [] };
    },
    isStillOneItem(source, item) {
      const { root, problem } = parseXml(source);
      return problem === null && root !== null && root.start === 0 && root.end === source.length && root.name === item.context;
    },
  };
}

/** The words of an element, spaces around them left out. */
function textIn(source: string): (element: XmlElement | null) => string {
  return (element) => (element === null ? '' : xmlText(source, element).text.trim());
}

function replyOf(source: string, { id, title, tags, declared, fields }: XmlReply): Reply {
  return { id, title, tags: tags ?? [], declared: declared ?? {}, fields: fields.flatMap((field) => fieldOf(source, field)).sort((a, b) => a.start - b.start) };
}

function fieldOf(source: string, { element, role, audience, markup }: XmlField): Field[] {
  const value = xmlText(source, element);
  if (value.text.trim() === '') return [];
  return [{
    role, audience, markup: markup(value.text), ...element.inner, value,
    write: (start, end, newText) => writeXmlText(source, element, value, start, end, newText),
  }];
}
