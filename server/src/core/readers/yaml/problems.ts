import type { YAMLError } from 'yaml';

/** The library's codes as sentences for people who write replies. */
const sentences: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'This line is not indented like the lines that it belongs to.',
  TAB_AS_INDENT: 'This line is indented with a tab; YAML wants spaces.',
  BAD_DQ_ESCAPE: 'A backslash in this text begins nothing that YAML knows; write \\\\ for the backslash itself.',
  BAD_SCALAR_START: 'A text cannot begin with this character; put the text in quotation marks.',
  BLOCK_AS_IMPLICIT_KEY: 'This text holds a colon and a space, which makes it a key; put the text in quotation marks.',
  MULTILINE_IMPLICIT_KEY: 'A colon may be missing here, or a text over several lines lacks its quotation marks.',
  BLOCK_IN_FLOW: 'A block text or list cannot stand inside brackets.',
  MISSING_CHAR: 'A closing quotation mark, bracket, comma or colon is missing.',
  UNEXPECTED_TOKEN: 'This does not fit here; the text may need quotation marks.',
  BAD_ALIAS: 'A text that begins with * must stand in quotation marks.',
  MULTIPLE_ANCHORS: 'A text that begins with & must stand in quotation marks.',
  KEY_OVER_1024_CHARS: 'A closing quotation mark may be missing: this key is very long.',
};

export function sentenceFor(code: YAMLError['code']): string {
  return sentences[code] ?? 'This is not valid YAML.';
}
