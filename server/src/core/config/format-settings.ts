import { recordSteps } from '../readers/configured/record-path.ts';
import { platformIds } from '../platforms/shipped.ts';
import { names } from '../readers/configured/shape.ts';
import type { Config } from './config.ts';
import type { ConfigMistake } from './house-rules.ts';
import { didYouMean } from './nearest.ts';

/** What the schema cannot see of `formats`: paths that cannot be followed, entries that say nothing, placeholders made of letters, platforms that nobody knows. */
export function checkFormats(config: Config): ConfigMistake[] {
  const mistakes: ConfigMistake[] = [];
  config.formats?.forEach((setting, i) => {
    const at = ['formats', String(i)];
    const add = (keys: readonly string[], message: string): void => void mistakes.push({ keys: [...at, ...keys], message });
    if (names(setting.files).every((glob) => glob.trim() === '')) add(['files'], 'Say under "files" which files are meant, such as macros/*.json.');
    for (const key of ['records', 'customer', 'internal', 'label'] as const) {
      const value = setting[key];
      names(value).forEach((path, n) => {
        const steps = recordSteps(path);
        if ('mistake' in steps) add(Array.isArray(value) ? [key, String(n)] : [key], `"${path}" is not a path to follow. ${steps.mistake}`);
      });
    }
    const describes = setting.customer !== undefined && names(setting.customer).length > 0;
    if (!describes && (['records', 'internal', 'label', 'markup'] as const).some((key) => setting[key] !== undefined)) {
      add([], 'Say under "customer" which keys or columns hold the text that customers read.');
    } else if (!describes && !setting.placeholders?.length && setting.platform === undefined) {
      add([], 'This entry says nothing of its files: give it "customer", the keys with the text that customers read, or "placeholders".');
    }
    setting.placeholders?.forEach((pair, n) => {
      for (const key of ['open', 'close'] as const) {
        if (!/[^\p{L}\p{N}\s]/u.test(pair[key])) add(['placeholders', String(n), key], `"${pair[key]}" could be part of any word; a placeholder begins and ends with a sign, such as "\${" and "}".`);
      }
    });
    if (setting.platform !== undefined && !platformIds.includes(setting.platform)) add(['platform'], unknownPlatform(setting.platform));
  });
  config.replies?.forEach(({ platform }, i) => {
    if (platform !== undefined && !platformIds.includes(platform)) mistakes.push({ keys: ['replies', String(i), 'platform'], message: unknownPlatform(platform) });
  });
  return mistakes;
}

function unknownPlatform(id: string): string {
  return `There is no platform "${id}". ${didYouMean(id, platformIds, 'platforms')}`;
}
