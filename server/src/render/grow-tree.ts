import type { InlineLayer } from '../core/markup/inline.ts';
import { partsOf } from '../core/platforms/parts.ts';
import type { Platform } from '../core/platforms/platform.ts';
import { isControlTag } from '../core/markup/template-tags.ts';
import { handlebarsTree } from './handlebars-tree.ts';
import { liquidTree } from './liquid-tree.ts';
import type { Branch, Part, Value } from './template-tree.ts';

/**
 * The tree of any customer text: in its template language where it has one, and with the placeholders of its platform.
 * @throws TemplateError
 */
export function growTree(text: string, layer: InlineLayer, platform: Platform | null): Part[] {
  const values = layer.toProse(text);
  const placeholders = values.opaques.filter(({ kind }) => kind === 'placeholder').map((opaque): Value => {
    // A placeholder may be set as code.
    const written = opaque.text.replace(/^`+|`+$/g, '');
    const parts = partsOf(written);
    return { kind: 'value', ...values.map.range(opaque.start, opaque.end), name: parts?.name || written, fallback: parts?.fallback || null };
  });
  return withValues(treeOf(text, platform), placeholders);
}

function treeOf(text: string, platform: Platform | null): Part[] {
  if (/\{\{~?\s*[#^]\s*[\w>]|\{\{~?\s*else\b/.test(text)) return handlebarsTree(text);
  const tags = platform === null || !platform.syntax.some(({ open, holds }) => open === '{%' && holds === 'value');
  if (tags && [...text.matchAll(/\{%[-+]?\s*(\w+)/g)].some(([, name]) => isControlTag(name!))) return liquidTree(text);
  return text === '' ? [] : [{ kind: 'words', start: 0, end: text.length }];
}

/** The same tree with placeholders set apart that stand in its words. */
function withValues(parts: readonly Part[], values: readonly Value[]): Part[] {
  return parts.flatMap((part): Part[] => {
    switch (part.kind) {
      case 'value': return [part];
      case 'choice': return [{ ...part, branches: part.branches.map((branch): Branch => ({ ...branch, parts: withValues(branch.parts, values) })) }];
      case 'loop': return [{ ...part, parts: withValues(part.parts, values), otherwise: withValues(part.otherwise, values) }];
      case 'naming': return [{ ...part, parts: part.parts && withValues(part.parts, values) }];
      case 'words': {
        const out: Part[] = [];
        let at = part.start;
        for (const value of values) {
          if (value.start < at || value.end > part.end) continue;
          if (value.start > at) out.push({ kind: 'words', start: at, end: value.start });
          out.push(value);
          at = value.end;
        }
        if (at < part.end) out.push({ kind: 'words', start: at, end: part.end });
        return out;
      }
    }
  });
}
