import { workspace } from 'vscode';

/** The languages in which replies are kept; the server decides by path and shape whether a document holds any. */
const languages = ['canned-response', 'markdown', 'plaintext', 'yaml', 'json', 'jsonc', 'html', 'csv', 'liquid', 'handlebars', 'xml', 'tsv', 'erb', 'ejs', 'jinja', 'jinja-html', 'django-html', 'nunjucks', 'twig', 'blade', 'mustache', 'mjml'];

/** Where documents that people edit live. Not among them: output, source control's copies, settings, previews. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', 'vscode-local'];

/** A selector cannot say "any but"; folders of a kind that is not listed bring their own. */
export function documentSelector(): { scheme: string; language: string }[] {
  const present = new Set([...schemes, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  return [...present].flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}
