import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createTextDocument, DocumentValidator, getDefaultSettings } from 'cspell-lib';

export async function prepare(file) {
  const content = readFileSync(file, 'utf8');
  const settings = await getDefaultSettings();
  return async () => {
    const document = createTextDocument({ uri: pathToFileURL(file), content, languageId: 'markdown' });
    const validator = new DocumentValidator(document, { noConfigSearch: true, generateSuggestions: false }, { ...settings, language: 'en' });
    await validator.prepare();
    return { found: validator.checkDocument().length };
  };
}
