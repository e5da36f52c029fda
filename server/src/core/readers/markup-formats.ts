import type { Candidate, Format, Problem } from './reader.ts';
import { namedTemplates, templates } from './template/reader.ts';
import { salesforceEmail } from './template/salesforce-email.ts';
import { salesforceXml } from './xml/salesforce.ts';
import { textExpander } from './xml/textexpander.ts';
import { parseXml } from './xml/xml-tree.ts';

/** Files in HTML, in a template language, or in XML. */
export const markupFormats: readonly Format[] = [salesforceEmail, ...salesforceXml, textExpander, ...templates];

/** The same for files that a person named. */
export const namedMarkupFormats: readonly Format[] = namedTemplates;

/** Why a file of XML that should hold replies does not parse; null where it does, or is none. */
export function markupSyntaxProblem({ path, text }: Candidate): Problem | null {
  return /\.(?:email-meta\.xml|conversationMessageDefinition(?:-meta\.xml)?|textexpander)$/i.test(path) ? parseXml(text).problem : null;
}
