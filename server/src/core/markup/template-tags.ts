/** Names of `{% … %}` tags that steer a template and print nothing themselves (Liquid, Jinja, Django, Twig). */
const control = new Set((
  'if unless for case assign comment capture raw block extends include trans blocktrans blocktranslate translate load with autoescape ' +
  'filter spaceless verbatim ifchanged ifequal layout section import from macro set call break continue tablerow liquid render cycle ' +
  'increment decrement paginate form style schema javascript stylesheet apply embed use do sandbox flush csrf_token'
).split(' '));

const alternative = new Set(['else', 'elsif', 'elif', 'elseif', 'when', 'empty', 'plural']);

export function isControlTag(name: string): boolean {
  return control.has(name) || alternative.has(name) || name.startsWith('end');
}

/** True for a tag that stands between two texts of which only one is shown. */
export function isAlternative(name: string): boolean {
  return alternative.has(name);
}
