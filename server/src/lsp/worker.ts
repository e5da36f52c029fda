// The first script of the server's worker in a browser. Such a worker has no folder to load from: its client sends it all
// files of the server as the first message, and every later one is for the server.

/** The server's files as the build wrote them, by name: texts, inflated where they were not plain, and bytes. */
export interface ServerFiles {
  readonly parts: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string | Uint8Array>>;
}

type Load = (name: string) => unknown;
type Part = (require: Load, module: { exports: unknown }, exports: unknown) => void;

// The compiler is set up for Node, where there is no such global.
const port = globalThis as unknown as { onmessage: (message: { readonly data: ServerFiles }) => void };

// The server puts its own listener in the place of this one.
port.onmessage = ({ data: { parts, data } }) => {
  const loaded = new Map<string, { exports: unknown }>([['./data.cjs', { exports: { read: (name: string) => data[name] } }]]);
  const load: Load = (name) => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    // As the editor itself does with the text of an extension.
    const file = name.slice('./'.length);
    const run = new Function('require', 'module', 'exports', `${parts[file]}\n//# sourceURL=replylint/${file}`) as Part;
    run(load, module, module.exports);
    return module.exports;
  };
  load('./browser.cjs');
};
