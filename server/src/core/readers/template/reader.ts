import { inlineLayer } from '../../markup/index.ts';
import { BREAK, OPAQUE } from '../../markup/inline.ts';
import { addressesReader, looksLikeReply, opensAsMessage } from '../prose/reply-likeness.ts';
import type { Field, Format, Reader } from '../reader.ts';
import { namesMessages } from './message-names.ts';
import { readTemplate } from './read-template.ts';
import { templateLanguages, templateName, type TemplateName } from './languages.ts';

/** Reads a template as one reply. `accepts` is what the file had to show to be read at all. */
export function templateReader(name: TemplateName, title: string, accepts: (source: string) => boolean = () => true): Reader {
  return {
    format: name.language,
    items(text) {
      const start = text.search(/\S/);
      return { items: start === -1 ? [] : [{ start, end: text.trimEnd().length, context: null }], problems: [] };
    },
    read(source) {
      const fields = readTemplate(source, name);
      return { reply: fields.length === 0 ? null : { id: null, title, tags: [], declared: {}, fields }, problems: [] };
    },
    isStillOneItem: (source) => source !== '' && source.trim() === source && accepts(source),
  };
}

/** Templates whose path says that they are sent to people, and whose words agree; a shop's notifications, wherever they are kept. */
export const templates: readonly Format[] = templateLanguages.map((language) => ({
  id: language,
  recognise(file) {
    const name = templateName(file.path);
    if (name?.language !== language || name.output === 'other') return null;
    const isShopNotification = (source: string): boolean => language === 'liquid' && /\{%-?\s*capture\s+email_title\b/.test(source);
    const named = namesMessages(file.path);
    const accepts = (source: string): boolean => isShopNotification(source) || (named && readsAsMessage(source, name));
    return accepts(file.text.trim()) ? templateReader(name, templateTitle(file.path), accepts) : null;
  },
}));

/** The same for a file that a person named: it is read whatever it holds. */
export const namedTemplates: readonly Format[] = templateLanguages.map((language) => ({
  id: language,
  recognise(file) {
    const name = templateName(file.path);
    return name?.language === language ? templateReader(name, templateTitle(file.path)) : null;
  },
}));

/** `order_shipped.html.erb` reads "order shipped". */
function templateTitle(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/(?<=.)\..*$/, '').replace(/[-_]+/g, ' ').trim() || file;
}

/** A page has a menu and scripts; a message has neither, and speaks to somebody. */
function readsAsMessage(source: string, name: TemplateName): boolean {
  if (/<nav[\s>]|<script\b[^>]*\bsrc\s*=/i.test(source)) return false;
  const body = readTemplate(source, name).find((field: Field) => field.role === 'body' && field.audience === 'customer');
  if (!body) return false;
  const prose = inlineLayer(body.markup).toProse(body.value.text);
  const words = prose.text.replaceAll(OPAQUE, 'Kim').replaceAll(BREAK, '\n');
  const greets = words.split('\n', 12).some(opensAsMessage);
  return looksLikeReply(words) && addressesReader(words) && (greets || prose.opaques.some((opaque) => opaque.kind === 'placeholder'));
}
