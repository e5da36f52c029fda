import { levels, type Level } from '../core/model.ts';

/** The settings of an editor; a team's config file goes before them where it says something. */
export interface Settings {
  readonly enable: boolean;
  readonly minLevel: Level;
  /** Framework of the checklists; empty for what the config says. */
  readonly framework: string;
  readonly codeLens: boolean;
}

export const defaultSettings: Settings = { enable: true, minLevel: 'info', framework: '', codeLens: true };

/** Takes what it knows from whatever a client sends; the rest stays as it is by default. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaultSettings;
  const given = value as { enable?: unknown; minLevel?: unknown; framework?: unknown; codeLens?: unknown };
  return {
    enable: typeof given.enable === 'boolean' ? given.enable : defaultSettings.enable,
    minLevel: levels.find((level) => level === given.minLevel) ?? defaultSettings.minLevel,
    framework: typeof given.framework === 'string' ? given.framework : defaultSettings.framework,
    codeLens: typeof given.codeLens === 'boolean' ? given.codeLens : defaultSettings.codeLens,
  };
}
