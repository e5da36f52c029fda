import { markupSeenIn } from '../shapes/prose.ts';
import { xmlFormat, type XmlField, type XmlShape } from './reader.ts';
import { child, type XmlElement } from './xml-tree.ts';

const text = () => 'text' as const;

function fieldsOf(element: XmlElement, name: string, field: Omit<XmlField, 'element'>): XmlField[] {
  const found = child(element, name);
  return found ? [{ element: found, ...field }] : [];
}

/** `email/<Folder>/X.email-meta.xml`: what stands around a template's body, which is a file of its own. */
const emailTemplate: XmlShape = {
  format: 'salesforce-email-meta',
  path: /\.email-meta\.xml$/i,
  find: (root) => (root.name === 'EmailTemplate' ? [root] : null),
  read: (root, textOf, path) => ({
    id: null, title: textOf(child(root, 'name')) || nameOf(path),
    fields: [
      ...fieldsOf(root, 'name', { role: 'body', audience: 'label', markup: text }),
      ...fieldsOf(root, 'description', { role: 'body', audience: 'internal', markup: text }),
      ...fieldsOf(root, 'subject', { role: 'subject', audience: 'customer', markup: text }),
      // The same mail once more for programs that show no HTML; the customer reads one of the two.
      ...fieldsOf(root, 'textOnly', { role: 'body', audience: 'customer', markup: text }),
    ],
  }),
};

/** `conversationMessageDefinitions/X.conversationMessageDefinition-meta.xml`: components of a messaging session. */
const conversationMessage: XmlShape = {
  format: 'salesforce-messaging',
  path: /\.conversationMessageDefinition(?:-meta\.xml)?$/i,
  find: (root) => (root.name === 'ConversationMessageDefinition' ? [root] : null),
  read: (root, textOf, path) => ({
    id: null, title: textOf(child(root, 'label')) || nameOf(path), declared: { channel: 'chat' },
    fields: [
      ...fieldsOf(root, 'label', { role: 'body', audience: 'label', markup: text }),
      ...fieldsOf(root, 'description', { role: 'body', audience: 'internal', markup: text }),
      ...root.children.filter(({ name }) => name === 'constants').flatMap((constant) => textValues(constant).map((element): XmlField => ({ element, role: 'chat', audience: 'customer', markup: markupSeenIn }))),
    ],
  }),
};

function textValues(element: XmlElement): XmlElement[] {
  return element.children.flatMap((each) => (each.name === 'textValue' ? [each] : textValues(each)));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '').replace(/_/g, ' ');
}

export const salesforceXml = [emailTemplate, conversationMessage].map(xmlFormat);
