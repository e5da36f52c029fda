import { platforms } from '../../server/src/core/platforms/shipped.ts';
import type { Platform } from '../../server/src/core/platforms/platform.ts';
import type { Pages } from '../write-docs.ts';

const head = '<!-- Written by scripts/write-docs.ts from server/placeholders; change the data and run it again. -->\n\n';

const holds: Readonly<Record<Platform['syntax'][number]['holds'], string>> = {
  value: 'a value', tag: 'a tag that steers the text', gap: 'a gap that the agent fills', include: 'another text', cursor: 'where the cursor goes',
};

/** A code span, also around backticks and in a table. */
const code = (text: string): string => `\`${text}\``.replaceAll('|', '\\|');

function section(platform: Platform): string {
  const { id, title, formats, syntax, write, fallback, empty, variables, source } = platform;
  const name = variables.find((variable) => variable['person-name'])?.name ?? variables[0]?.name ?? 'name';
  const form = (text: string): string => `\`\`${text.replaceAll('NAME', name).replaceAll('TEXT', 'there')}\`\``;
  const lines = [
    `## ${title}`, '',
    `\`platform: ${id}\`${formats.length > 0 ? `; files of the formats ${formats.map((format) => `\`${format}\``).join(', ')} are of it without a word` : ''}.`, '',
    `- Signs: ${syntax.map((signs) => `${code(`${signs.open}…${signs.close}`)} ${holds[signs.holds]}`).join(', ')}.`,
    `- A variable: ${form(write)}${platform['write-html'] ? `, in HTML ${form(platform['write-html'])}` : ''}.`,
    fallback === 'none' ? '- Words for an empty value: the platform knows none, so a greeting does better without a name.' : `- With words for an empty value: ${form(fallback)}${platform['fallback-html'] ? `, in HTML ${form(platform['fallback-html'])}` : ''}.`,
    `- ${empty}`,
    ...(platform['case-sensitive'] ? ['- Capitals count.'] : []),
    ...(platform['fill-in'] ? [`- A gap for a person: \`${platform['fill-in'].replace('WHAT', 'what goes here')}\`.`] : []),
    `- Source: ${source}.`, '',
  ];
  if (variables.length > 0) lines.push('| variable | prints | for example |', '| --- | --- | --- |', ...variables.map((variable) => `| ${code(variable.name)} | ${variable.what} | ${variable.example} |`), '');
  return lines.join('\n');
}

/** The page about the placeholders of every platform. */
export const placeholdersPage: Pages = {
  folder: 'docs',
  shared: true,
  files: new Map([['placeholders.md', `${head}# Placeholders

Every helpdesk writes its variables in a way of its own, and what is a value in one is a tag or a gap in another. ReplyLint
goes by the platform of a reply. It is told, in this order, by \`platform:\` under \`replies\` in \`.replylint.yaml\`, by
\`platform:\` in the reply’s front matter, by \`platform:\` under \`formats\`, and by the format of the file. Where nobody says
it, two replies of a file that use only variables of one platform are enough. On no known platform every way of writing a
placeholder is left in peace, and only what is broken for all of them is reported.

\`\`\`yaml
replies:
  - path: "mail/**"
    platform: help-scout
\`\`\`

Four rules look at placeholders: [placeholder-malformed](rules/placeholder-malformed.md), [placeholder-unknown](rules/placeholder-unknown.md),
[placeholder-no-fallback](rules/placeholder-no-fallback.md) and [placeholder-leftover](rules/placeholder-leftover.md). The lists below hold
the names that a platform documents or that its own source shows; a name that is not among them is reported only where the
list is complete, or where a name on it is a slip away.

${[...platforms().values()].map(section).join('\n')}`]]),
};
