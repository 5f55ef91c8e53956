/** What nobody can use without a line, or few people ever open, by the file it begins with: fetched when it is asked for. */
const NOT_IN_SHELL =
  /\/(?:highs|@simplewebauthn)\/|\/(?:site-worker|SitePanel|StewardScreen|SheetsScreen|AdminScreen)\./;
/** Of what is no code of ours, by name: workers and WebAssembly are built apart. */
const NOT_IN_SHELL_BUILT = /highs|site-worker|browser-external/;
const IN_SHELL = /\.(m?js|css|woff2)$/;

/** As much of what was built as says what needs what. */
export interface Built {
  readonly type: 'chunk' | 'asset';
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } | undefined;
}

/**
 * The files that the app needs to open without a line: what its page begins with, all that this imports, and every
 * screen with all that it imports, but for those left out and what they alone need. What is called how does not matter:
 * the builder names a file that several share after any one of them.
 */
export function shellFiles(bundle: Readonly<Record<string, Built>>): string[] {
  const shell = new Set<string>();
  const styles = new Set<string>();
  const take = (name: string): void => {
    const built = bundle[name];
    if (built?.type !== 'chunk' || shell.has(name)) return;
    shell.add(name);
    for (const style of built.viteMetadata?.importedCss ?? []) styles.add(style);
    for (const needed of built.imports ?? []) take(needed);
    for (const later of built.dynamicImports ?? [])
      if (!NOT_IN_SHELL.test(bundle[later]?.facadeModuleId ?? '')) take(later);
  };
  for (const [name, built] of Object.entries(bundle)) if (built.isEntry && name !== 'sw.js') take(name);
  // The style of all pages, letters and workers belong to no one file.
  const isOwn = (name: string): boolean =>
    Object.values(bundle).some(({ viteMetadata }) => viteMetadata?.importedCss.has(name) ?? false);
  for (const [name, { type }] of Object.entries(bundle))
    if (type === 'asset' && !NOT_IN_SHELL_BUILT.test(name) && (styles.has(name) || !isOwn(name)))
      shell.add(name);
  return [...shell].filter((name) => name.startsWith('assets/') && IN_SHELL.test(name)).sort();
}
