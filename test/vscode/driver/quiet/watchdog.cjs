// Stands in for @vscode/native-watchdog, whose native part is not built here: it would only end an orphaned process.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
