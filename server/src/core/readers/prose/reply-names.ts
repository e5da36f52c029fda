/**
 * How sure a path is that its file holds replies. `certain`: it says reply, canned or macro. `likely`: it says template,
 * response, script or message, which other files are called too, so that the text must agree. `possible`: a playbook
 * or a training page, whose replies must be set off as such.
 */
export type NameEvidence = 'certain' | 'likely' | 'possible';

const certain = new Set(['reply', 'replies', 'canned', 'saved-replies']);
const likely = new Set(['template', 'templates', 'response', 'responses', 'script', 'scripts', 'macro', 'macros']);
const likelyText = new Set([...likely, 'email', 'emails', 'message', 'messages', 'mail', 'mails']);
const possible = [['playbook'], ['customer', 'support'], ['customer', 'service'], ['anti', 'pattern'], ['anti', 'patterns'], ['antipatterns']];
/** A folder counts when it says nothing else than what may be said of a collection of replies. */
const folderWords = new Set([
  ...certain, ...likelyText, 'saved', 'maintainer', 'maintainers', 'support', 'customer', 'customers', 'service', 'standard', 'quick', 'auto', 'helpdesk', 'help', 'desk', 'zendesk',
  'freshdesk', 'intercom', 'communication', 'chat', 'text', 'txt', 'review', 'reviews', 'github', 'issue', 'comment', 'comments', 'library', 'crisis', 'en',
]);
const ordinary = /^(?:readme|changelog|changes|contributing|licen[cs]e|copying|notice|security|code_of_conduct|support|governance|maintainers|authors|roadmap|todo|index|skill|agents|claude|install|installation|history|release[-_ ]?notes?|pull_request_template|issue_template|cmakelists|requirements.*|robots|humans|constraints.*|version|manifest|top_level|sources|entry_points)$/i;

/** What the path says; null where it says nothing, or where such a file is always something else. */
export function nameEvidence(path: string, isText = false): NameEvidence | null {
  const parts = path.split('/');
  const file = parts.at(-1)!.replace(/\.[^.]*$/, '');
  if (ordinary.test(file) || parts.some((part) => /^(?:issue_template|pull_request_template|node_modules)$/i.test(part))) return null;
  const words = wordsOf(file);
  const own = evidence(words, isText ? likelyText : likely);
  if (own === 'certain') return own;
  let best: NameEvidence | null = own;
  for (const folder of parts.slice(-3, -1)) {
    const names = wordsOf(folder);
    if (names.length === 0 || !names.every((word) => folderWords.has(word) || /^\d+$/.test(word))) continue;
    if (names.length === 1 && /^scripts?$/.test(names[0]!)) continue;
    const found = evidence(names, isText ? likelyText : likely);
    if (found === 'certain') return found;
    best ??= found;
  }
  if (best !== null) return best;
  return possible.some((phrase) => phrase.every((word) => words.includes(word))) ? 'possible' : null;
}

function evidence(words: readonly string[], usual: ReadonlySet<string>): NameEvidence | null {
  if (words.some((word) => certain.has(word))) return 'certain';
  return words.some((word) => usual.has(word)) ? 'likely' : null;
}

function wordsOf(name: string): string[] {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '');
}
