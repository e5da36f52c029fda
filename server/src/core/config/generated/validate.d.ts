// The code beside this file is compiled from ../schema.ts by scripts/compile-config.ts.
export const validate: {
  (data: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly keyword: string; readonly params: Readonly<Record<string, unknown>> }[] | null;
};
