/** Template languages, told by a file's ending. Each is also the id of its format. */
export const templateLanguages = ['html', 'liquid', 'handlebars', 'erb', 'jinja', 'blade'] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];

const endings: Readonly<Record<string, TemplateLanguage>> = {
  html: 'html', htm: 'html', xhtml: 'html', mjml: 'html', liquid: 'liquid', hbs: 'handlebars', handlebars: 'handlebars', mustache: 'handlebars',
  erb: 'erb', ejs: 'html', j2: 'jinja', jinja: 'jinja', jinja2: 'jinja', twig: 'jinja', njk: 'jinja',
};

/** What a template makes: a page or mail in HTML, a text, or something that is no mail (a script, a settings file). */
export type Output = 'html' | 'text' | 'markdown' | 'unknown' | 'other';

export interface TemplateName {
  readonly language: TemplateLanguage;
  readonly output: Output;
}

/** What a path says of a template: `welcome.txt.erb` is ERB that makes a text; null where the path is of no template. */
export function templateName(path: string): TemplateName | null {
  const parts = path.slice(path.lastIndexOf('/') + 1).toLowerCase().split('.');
  const last = parts.at(-1)!;
  if (parts.length > 2 && last === 'php' && parts.at(-2) === 'blade') return { language: 'blade', output: 'unknown' };
  const language = parts.length > 1 && Object.hasOwn(endings, last) ? endings[last]! : null;
  if (language === null) return null;
  if (language === 'html' && last !== 'ejs') return { language, output: 'html' };
  return { language, output: parts.length > 2 ? outputOf(parts.at(-2)!) : 'unknown' };
}

function outputOf(ending: string): Output {
  if (/^(?:html?|xhtml|mjml)$/.test(ending)) return 'html';
  if (/^(?:txt|text|plain)$/.test(ending)) return 'text';
  if (/^(?:md|markdown)$/.test(ending)) return 'markdown';
  return /^(?:[cm]?[jt]sx?|json|ya?ml|xml|css|scss|less|conf|cfg|ini|toml|sh|sql|rb|py|php|tf|env|service|csv|svg|rss|atom|ics|pdf)$/.test(ending) ? 'other' : 'unknown';
}
