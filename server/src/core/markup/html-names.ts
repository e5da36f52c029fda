const inline = 'a abbr acronym audio b bdi bdo big button canvas cite code data datalist del dfn em embed font i iframe img input ins kbd label map mark meter object output path picture progress q rp rt ruby s samp select small source span strike strong sub sup svg template time track tt u var video wbr area link meta base param noscript script style textarea option optgroup title head html body';
const block = 'address article aside blockquote br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul';

const blocks = new Set(block.split(' '));
const all = new Set([...inline.split(' '), ...blocks]);

/** True for the name of an element that HTML knows, whatever its case. */
export function isHtmlName(name: string): boolean {
  return all.has(name) || all.has(name.toLowerCase());
}

/** True for an element that starts and ends a block of text; `br` is none. Elements of MJML and a framework's own are. */
export function isBlockName(name: string): boolean {
  return name !== 'br' && (blocks.has(name) || blocks.has(name.toLowerCase()) || /^(?:mj|x)-/i.test(name));
}
