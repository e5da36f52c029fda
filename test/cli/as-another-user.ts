/**
 * Runs something without an administrator's power to open everything: as the user "nobody" where the tests run as root.
 * What it loads must have been loaded before, since that user may not see the checkout.
 */
export async function withoutPower<T>(action: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  if (root) {
    process.setegid!(65534);
    process.seteuid!(65534);
  }
  try {
    return await action();
  } finally {
    if (root) {
      process.seteuid!(0);
      process.setegid!(0);
    }
  }
}
