/** Beginnings of words with two spellings: British, American. "Realistic" and "analysis" are everybody's, so the ending counts. */
const spellings: readonly (readonly [british: string, american: string, ending?: string])[] = [
  ...['apolog', 'organ', 'recogn', 'priorit', 'real', 'summar', 'author', 'final', 'personal', 'custom', 'util', 'minim', 'maxim', 'categor', 'emphas', 'critic'].map((stem) => [`${stem}is`, `${stem}iz`, '(?=e|ing|ation)'] as const),
  ['analys', 'analyz', '(?=e|ing)'], ...['cancel', 'travel', 'label', 'model'].flatMap((stem) => ['ed', 'ing'].map((end) => [`${stem}l${end}`, `${stem}${end}`] as const)),
  ...['fav', 'col', 'behavi', 'hon', 'neighb', 'lab', 'flav'].map((stem) => [`${stem}our`, `${stem}or`] as const), ['centre', 'center'], ['grey', 'gray'],
];
const words = (at: 0 | 1): RegExp => new RegExp(`\\b(?:${spellings.map((spelling) => spelling[at] + (spelling[2] ?? '')).join('|')})`, 'i');
const british = words(0);
const american = words(1);

/** The text with its words spelled as the reply around it spells; as they stand where that does not show. */
export function spelledLike(text: string, reply: string): string {
  const from = british.test(text) ? 0 : american.test(text) ? 1 : null;
  if (from === null || british.test(reply) === american.test(reply) || (from === 0 ? british : american).test(reply)) return text;
  return spellings.reduce((out, spelling) => out.replace(new RegExp(`\\b${spelling[from]}${spelling[2] ?? ''}`, 'gi'), (found) => found[0]! + spelling[from === 0 ? 1 : 0].slice(1)), text);
}
