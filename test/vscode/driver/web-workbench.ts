import { settings } from './settings.ts';

/** code-server's workbench expects a server behind it; these two places make it a window of its own again. @throws Error where they have moved. */
export function workbenchScript(text: string): string {
  const edits: readonly [RegExp, string][] = [
    [/,remoteAuthority:location\.host/, ''],
    [/get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
      'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}'],
  ];
  return edits.reduce((script, [place, by]) => {
    if (!place.test(script)) throw new Error(`This code-server has another workbench.js than the tests know: ${place.source} is not in it.`);
    return script.replace(place, by);
  }, text);
}

const attribute = (value: unknown): string => JSON.stringify(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** The page that starts the workbench with the extension under test, the suite, and the workspace mounted over HTTP. */
export function workbenchPage(template: string, authority: string): string {
  const base = `http://${authority}/static/build`;
  const served = (path: string): object => ({ scheme: 'http', authority, path });
  const configuration = {
    developmentOptions: { extensions: [served('/static/devextensions')], extensionTestsPath: served('/static/devextensions/.suite/suite.js'), enableSmokeTestDriver: true },
    additionalBuiltinExtensions: [served('/static/extensions/fs')],
    folderUri: { scheme: 'vscode-test-web', authority: 'mount', path: '/' },
    configurationDefaults: settings,
    enableWorkspaceTrust: false,
    userDataPath: '/',
    // code-server's own options, which it does not do without.
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: false,
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'vscode.vscode-test-web-fs': ['fileSearchProvider', 'textSearchProvider'] },
    },
  };
  const values: Readonly<Record<string, string>> = {
    WORKBENCH_WEB_CONFIGURATION: attribute(configuration),
    WORKBENCH_WEB_BASE_URL: base,
    WORKBENCH_NLS_FALLBACK_URL: `${base}/out/nls.messages.js`,
    WORKBENCH_NLS_URL: `${base}/out/nls.messages.js`,
    BASE: '',
    VS_BASE: '',
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_whole, key: string) => values[key] ?? '');
}
