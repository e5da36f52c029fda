// The code beside this file is compiled from ../schema.ts by scripts/compile-config.ts.
import type { ErrorObject } from 'ajv';

export const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null };
