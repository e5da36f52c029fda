import type { Format } from '../reader.ts';
import { fileTitle } from '../prose/file-title.ts';
import { templateReader } from './reader.ts';

/** `email/<Folder>/X.email`: the body of a Salesforce template, text or HTML. The suffix is Salesforce's own. */
export const salesforceEmail: Format = {
  id: 'salesforce-email',
  recognise: (file) => (/\.email$/i.test(file.path)
    ? { ...templateReader({ language: 'html', output: 'unknown' }, fileTitle(file.path).replaceAll('_', ' ')), format: 'salesforce-email' }
    : null),
};
