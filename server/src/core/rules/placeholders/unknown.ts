import type { FixGround } from '../../fixes/build.ts';
import type { Level } from '../../model.ts';
import { inRightCase, isClosed, isOpen, nearestName, variableOf } from '../../platforms/names.ts';
import { partsOf } from '../../platforms/parts.ts';
import type { Platform } from '../../platforms/platform.ts';
import { rememberedFor } from '../../platforms/remembered.ts';
import type { PlaceholderFault } from './fault.ts';

/** A list of so many names says something about those that it lacks. */
const longList = 8;

/** Placeholders whose name their platform does not know: a slip where another name is near, else only where our list has them all. */
export function findUnknown({ prose }: FixGround, platform: Platform | null): PlaceholderFault[] {
  if (platform === null || platform['own-names'] || platform.variables.length === 0) return [];
  const found: PlaceholderFault[] = [];
  for (const opaque of prose.opaques) {
    const parts = opaque.kind === 'placeholder' ? partsOf(opaque.text) : null;
    const verdict = parts && verdictOn(platform, parts.name);
    if (!verdict || !platform.syntax.some(({ open, holds }) => open === parts.open && holds === 'value')) continue;
    const { near, level } = verdict;
    const newText = near === null ? null : opaque.text.replace(parts.name, () => near);
    const { start, end } = opaque;
    found.push({ start, end, ...(level && { level }), changes: newText === null ? [] : [{ title: `Write “${newText}”`, edits: [{ start, end, newText }] }] });
  }
  return found;
}

/** What is wrong with a name: the one that was meant, if any, and how sure that is where it is not the rule's own level. */
interface Verdict {
  readonly near: string | null;
  readonly level: Level | undefined;
}

const verdictOn = rememberedFor((platform: Platform, name: string): Verdict | null => {
  if (!name.includes('.') || variableOf(platform, name) || inRightCase(platform, name)) return null;
  const closed = isClosed(platform, name);
  const near = isOpen(platform, name) ? null : nearestName(platform, name);
  if (near === null && !closed && (isOpen(platform, name) || platform.variables.length < longList || hasFamily(platform, name))) return null;
  return { near, level: closed ? undefined : near !== null ? 'info' : 'hint' };
});

/** Does the list hold a name that begins with the same word? */
function hasFamily({ variables }: Platform, name: string): boolean {
  const [family] = name.split('.', 1);
  return variables.some((variable) => variable.name.split('.', 1)[0] === family);
}
