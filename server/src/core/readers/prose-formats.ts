import { cannedResponse } from './canned-response/reader.ts';
import { markdownLibrary, markdownReader } from './markdown-library/reader.ts';
import { plainText, plainTextReader } from './plain-text/reader.ts';
import { fileTitle } from './prose/file-title.ts';
import type { Format } from './reader.ts';

export { plainTextReader } from './plain-text/reader.ts';
export { markdownReader as markdownFileReader } from './markdown-library/reader.ts';

/** Text and Markdown files that say by their path that they hold replies. */
export const proseFormats: readonly Format[] = [cannedResponse, markdownLibrary, plainText];

/** Text and Markdown files that a person named: they hold replies whatever they are called. */
export const namedProseFormats: readonly Format[] = [
  { id: 'markdown-library', recognise: (file) => (/\.(?:md|markdown|mdx)$/i.test(file.path) ? markdownReader('certain', fileTitle(file.path)) : null) },
  { id: 'text', recognise: (file) => (/\.(?:txt|text)$/i.test(file.path) ? plainTextReader(fileTitle(file.path)) : null) },
];
