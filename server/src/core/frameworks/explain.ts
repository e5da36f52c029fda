import type { Kind } from '../model.ts';
import type { CompiledFramework } from './framework.ts';

/** Why a reply has no checklist, after its title. */
export function withoutChecklist({ kind }: { readonly kind: Kind }): string {
  return kind === 'fragment' ? 'a fragment: a checklist looks at full replies' : 'in a language that no checklist reads yet';
}

/** The page about a framework, as Markdown. */
export function renderFramework({ id, title, about, source, steps }: Pick<CompiledFramework, 'id' | 'title' | 'about' | 'source' | 'steps'>): string {
  const lines = [`# ${title}`, '', `\`${id}\``, '', ...(about === '' ? [] : [about, '']), `Source: ${source.url ? `[${source.name}](${source.url})` : source.name} (${source.grade})`, ''];
  for (const step of steps) {
    lines.push(`## ${step.title}`, '', `\`${step.id}\` · ${step.what}`, '', step.why, '');
    lines.push(`- Where it is missing, you could ${step.could}.`);
    if (step.needed) lines.push(`- It is not asked of every reply: ${step.idle.charAt(0).toLowerCase()}${step.idle.slice(1)}`);
    if (step.counterfeit?.length) lines.push(`- Its counterfeits: ${step.counterfeit.map((rule) => `\`${rule}\``).join(', ')}.`);
    lines.push(`- Source: ${step.source.url ? `[${step.source.name}](${step.source.url})` : step.source.name} (${step.source.grade})`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
