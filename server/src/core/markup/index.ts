import type { Markup } from '../model.ts';
import { htmlLayer } from './html.ts';
import type { InlineLayer } from './inline.ts';
import { jiraLayer } from './jira.ts';
import { markdownLayer } from './markdown.ts';
import { textLayer } from './text.ts';

const layers: Readonly<Record<Markup, InlineLayer>> = { text: textLayer, markdown: markdownLayer, html: htmlLayer, jira: jiraLayer };

/** The layer that takes this kind of markup off. */
export function inlineLayer(markup: Markup): InlineLayer {
  return layers[markup];
}
