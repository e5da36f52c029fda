import type { Format } from './reader.ts';
import { namedTemplates, templates } from './template/reader.ts';
import { salesforceEmail } from './template/salesforce-email.ts';
import { salesforceXml } from './xml/salesforce.ts';
import { textExpander } from './xml/textexpander.ts';

/** Files in HTML, in a template language, or in XML. */
export const markupFormats: readonly Format[] = [salesforceEmail, ...salesforceXml, textExpander, templates];

/** The same for files that a person named. */
export const namedMarkupFormats: readonly Format[] = [namedTemplates];
