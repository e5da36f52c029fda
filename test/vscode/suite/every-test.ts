/** Loads every file of the suite; mocha's `describe` and `it` must be global by then. */
export async function loadTests(): Promise<void> {
  await import('./activation.test.ts');
  await import('./diagnostics.test.ts');
  await import('./quick-fixes.test.ts');
  await import('./hover.test.ts');
  await import('./completion.test.ts');
  await import('./checklist.test.ts');
  await import('./commands.test.ts');
}
