import type { Markup } from '../model.ts';
import { htmlLayer } from './html.ts';
import type { InlineLayer } from './inline.ts';
import { jiraLayer } from './jira.ts';
import { markdownLayer } from './markdown.ts';
import { textLayer } from './text.ts';

/** The layer that takes this kind of markup off. No list of them: the build has some come when they are first named. */
export function inlineLayer(markup: Markup): InlineLayer {
  switch (markup) {
    case 'text': return textLayer;
    case 'markdown': return markdownLayer;
    case 'html': return htmlLayer;
    case 'jira': return jiraLayer;
  }
}
