import type { IncomingSource } from '../incoming/incoming.ts';
import { unshipTables } from '../rules/shipping.ts';
import type { FrameworkTables } from './compile.ts';
import type { CompiledFramework } from './framework.ts';
import { frameworksJson, frameworkTablesData, incomingJson } from './generated/en.ts';

let incoming: IncomingSource | null = null;

/** What is read in English messages. */
export function shippedIncoming(): IncomingSource {
  return (incoming ??= JSON.parse(incomingJson()) as IncomingSource);
}

let loaded: FrameworkTables | null = null;

/** The English frameworks as the build compiled them, read when a checklist is first asked for. */
export function shippedFrameworks(): FrameworkTables {
  return (loaded ??= { tables: unshipTables(frameworkTablesData()), frameworks: JSON.parse(frameworksJson()) as CompiledFramework[] });
}
