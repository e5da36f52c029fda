import type { InlineLayer } from '../markup/inline.ts';
import type { Platform } from '../platforms/platform.ts';
import { formsInSnippets, variableForStop } from '../platforms/roles.ts';
import { platformOf } from '../platforms/shipped.ts';
import type { Reply } from '../readers/reader.ts';
import { snippetsForStep } from '../snippets/shipped.ts';
import { gapText, type Snippet } from '../snippets/snippet.ts';
import type { CheckSettings } from './check.ts';
import { readReply } from './read-reply.ts';

/** Ready words for a step, as `insertForStep` takes them. */
export interface StepWords {
  readonly snippet: Snippet;
  /** With the platform's variables, and gaps for the rest. */
  readonly words: string;
}

/** The snippets that supply a step in a reply, with the variables that its platform knows; `family` is what the library speaks. */
export function wordsForStep(reply: Reply, settings: CheckSettings, family: string | null, framework: string, step: string): StepWords[] {
  const { main, platform } = readReply(reply, settings);
  const by = platformOf(platform ?? family);
  return snippetsForStep(framework, step).map((snippet) => ({ snippet, words: gapText(snippet, (name) => variableForStop(by, name, main?.field.markup ?? 'text')) }));
}

/** Plain words in a field's markup. A variable is written as its platform reads it, so only what stands around it is escaped. */
export function escapeAroundVariables(words: string, layer: InlineLayer, platform: Platform | null): string {
  const forms = formsInSnippets(platform, layer.markup).sort((a, b) => b.length - a.length);
  let out = '';
  let plain = '';
  for (let at = 0; at < words.length;) {
    const form = forms.find((each) => words.startsWith(each, at));
    plain += form === undefined ? words[at]! : '';
    if (form !== undefined) {
      out += layer.escape(plain) + form;
      plain = '';
    }
    at += form?.length ?? 1;
  }
  return out + layer.escape(plain);
}
