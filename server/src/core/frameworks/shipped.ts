import { unshipTables } from '../rules/shipping.ts';
import type { FrameworkTables } from './compile.ts';
import type { CompiledFramework } from './framework.ts';
import { frameworksJson, frameworkTablesText } from './generated/en.ts';

let loaded: FrameworkTables | null = null;

/** The English frameworks as the build compiled them, read when a checklist is first asked for. */
export function shippedFrameworks(): FrameworkTables {
  return (loaded ??= { tables: unshipTables(frameworkTablesText()), frameworks: JSON.parse(frameworksJson()) as CompiledFramework[] });
}
