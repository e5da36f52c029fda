export * from './model.ts';
export type { Config, ReplySetting } from './config/config.ts';
export { createLinter, type LintInput, type Linter, type Session, type SessionChange } from './linter.ts';
