import tseslint from 'typescript-eslint';

/** The core is text in, findings out: no file system, no protocol, no clock (ARCHITECTURE.md, invariant 1). */
const pureCore = {
  files: ['server/src/core/**/*.ts', 'server/src/render/**/*.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns: [
      { group: ['node:*', 'fs', 'path', 'os', 'child_process', 'url', 'util', 'process'], message: 'The core is pure: leave Node to the command line and the server.' },
      { group: ['vscode', 'vscode-*'], message: 'The core knows no protocol: positions become LSP positions in server/src/lsp/positions.ts only.' },
      { group: ['**/cli/**', '**/lsp/**', '**/node/**'], message: 'The core does not know its clients.' },
    ] }],
    'no-restricted-globals': ['error', 'process', 'console', 'Buffer', 'window', 'document', 'fetch', 'setTimeout', 'setInterval', 'require', '__dirname', '__filename'],
  },
};

/** Only the extension knows VS Code, only the server knows LSP. */
const onlyTheClientKnowsVsCode = {
  files: ['server/src/**/*.ts', 'scripts/**/*.ts'],
  ignores: ['server/src/core/**', 'server/src/render/**'],
  rules: { 'no-restricted-imports': ['error', { paths: [{ name: 'vscode', message: 'Only client/ imports vscode.' }] }] },
};
const theCommandLineKnowsNoProtocol = {
  files: ['server/src/cli/**/*.ts', 'server/src/node/**/*.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['vscode', 'vscode-languageserver*', '**/lsp/**'], message: 'The command line is a client of the core, not of the server.' }] }] },
};

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/out/**', '**/generated/**', 'test/vscode/.cache/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', { selector: "CallExpression[callee.object.name=/^(describe|it|suite|test)$/][callee.property.name=/^(only|skip)$/]", message: 'No test is switched off, and none switches the others off.' }],
    },
  },
  pureCore,
  onlyTheClientKnowsVsCode,
  theCommandLineKnowsNoProtocol,
);
