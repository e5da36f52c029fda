import type { Config } from '../core/config/config.ts';
import { matchesAny } from '../core/config/globs.ts';
import type { Linter } from '../core/linter.ts';
import type { Level } from '../core/model.ts';
import { pathBelow, pathOf } from './document-path.ts';
import { configFileNames } from './protocol.ts';
import type { ConfigFile, Runtime } from './runtime.ts';

/** How one document is to be read. */
export interface Setup {
  readonly linter: Linter;
  /** Relative to the config's folder, as its globs are; without a config, to the workspace folder. */
  readonly path: string;
  /** The config's `include` names it: then a file that does not parse is an error. */
  readonly isNamed: boolean;
  /** The config's `exclude` says to leave it alone. */
  readonly isExcluded: boolean;
}

interface Loaded {
  readonly file: ConfigFile | null;
  readonly config: Config;
  readonly linter: Linter;
}

export function isConfigFile(uri: string): boolean {
  return configFileNames.some((name) => uri.endsWith(`/${name}`));
}

/** Finds the config that holds for a document, and keeps one linter per config. */
export class Configs {
  private readonly runtime: Runtime;
  private readonly log: (message: string) => void;
  /** Asks the client for a config that cannot be read from here; null where the client cannot be asked. */
  private ask: ((documentUri: string) => Promise<ConfigFile | null>) | null = null;
  private minLevel: Level = 'info';
  private folders: readonly string[] = [];
  private readonly loaded = new Map<string, Loaded>();
  private readonly asked = new Map<string, Promise<ConfigFile | null>>();

  constructor(runtime: Runtime, log: (message: string) => void) {
    this.runtime = runtime;
    this.log = log;
  }

  askThrough(ask: (documentUri: string) => Promise<ConfigFile | null>): void {
    this.ask = ask;
  }

  /** The workspace's folders. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris;
  }

  /** The editor's own least level; a config file that names one goes before it. */
  setMinLevel(level: Level): void {
    if (level === this.minLevel) return;
    this.minLevel = level;
    this.forget();
  }

  /** Everything is read anew when it is next asked for. */
  forget(): void {
    this.loaded.clear();
    this.asked.clear();
  }

  /** At once where the config can be read from here, else when the client has answered. */
  setupFor(documentUri: string): Setup | Promise<Setup> {
    const found = this.runtime.findConfig?.(documentUri);
    if (found !== undefined) return this.setup(documentUri, found);
    if (!this.ask) return this.setup(documentUri, null);
    const folder = documentUri.slice(0, documentUri.lastIndexOf('/'));
    let answer = this.asked.get(folder);
    if (!answer) {
      answer = this.ask(documentUri).catch(() => null);
      this.asked.set(folder, answer);
    }
    return answer.then((file) => this.setup(documentUri, file));
  }

  /** Without any config file. */
  plainSetupFor(documentUri: string): Setup { return this.setup(documentUri, null); }

  private setup(documentUri: string, file: ConfigFile | null): Setup {
    const { config, linter } = this.load(file);
    const path = pathBelow(documentUri, file ? [file.uri.slice(0, file.uri.lastIndexOf('/'))] : this.folders);
    return {
      linter, path,
      isNamed: config.include !== undefined && matchesAny(config.include, path),
      isExcluded: config.exclude !== undefined && matchesAny(config.exclude, path),
    };
  }

  private load(file: ConfigFile | null): Loaded {
    const key = file?.uri ?? '';
    const known = this.loaded.get(key);
    if (known && known.file?.text === file?.text) return known;
    const config = file ? this.parse(file) : {};
    const loaded = { file, config, linter: this.runtime.createLinter({ 'min-level': this.minLevel, ...config }) };
    this.loaded.set(key, loaded);
    return loaded;
  }

  private parse(file: ConfigFile): Config {
    const path = pathOf(file.uri);
    const { config, problems } = this.runtime.parseConfig(file.text, path);
    const places = problems.map(({ message, line, column }) => `Line ${line}, column ${column}: ${message}`);
    if (places.length > 0) this.log(`${path} needs a look before it can be used. ${places.join(' ')}`);
    return config;
  }
}
