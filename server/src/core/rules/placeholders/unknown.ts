import type { FixGround } from '../../fixes/build.ts';
import { inRightCase, isClosed, isOpen, nearestName, variableOf } from '../../platforms/names.ts';
import { partsOf } from '../../platforms/parts.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { PlaceholderFault } from './fault.ts';

/** A list of so many names says something about those that it lacks. */
const longList = 8;

/** Placeholders whose name their platform does not know: a slip where another name is near, else only where our list has them all. */
export function findUnknown({ prose }: FixGround, platform: Platform | null): PlaceholderFault[] {
  if (platform === null || platform['own-names'] || platform.variables.length === 0) return [];
  const found: PlaceholderFault[] = [];
  for (const opaque of prose.opaques) {
    const parts = opaque.kind === 'placeholder' ? partsOf(opaque.text) : null;
    if (!parts || !platform.syntax.some(({ open, holds }) => open === parts.open && holds === 'value')) continue;
    const { name } = parts;
    if (!name.includes('.') || variableOf(platform, name) || inRightCase(platform, name)) continue;
    const closed = isClosed(platform, name);
    const near = isOpen(platform, name) ? null : nearestName(platform, name);
    if (near === null && !closed && (isOpen(platform, name) || platform.variables.length < longList || hasFamily(platform, name))) continue;
    const level = closed ? undefined : near !== null ? 'info' as const : 'hint' as const;
    const newText = near === null ? null : opaque.text.replace(name, () => near);
    const { start, end } = opaque;
    found.push({ start, end, ...(level && { level }), changes: newText === null ? [] : [{ title: `Write “${newText}”`, edits: [{ start, end, newText }] }] });
  }
  return found;
}

/** Does the list hold a name that begins with the same word? */
function hasFamily({ variables }: Platform, name: string): boolean {
  const [family] = name.split('.', 1);
  return variables.some((variable) => variable.name.split('.', 1)[0] === family);
}
