/**
 * The one Trusted Types policy of the renderer (`trusted-types default`). The station itself writes
 * no HTML from strings and loads no script by name; the libraries it uses touch guarded sinks only
 * with the texts below. Everything else is refused, so that an injected `<img onerror>` or a script
 * URL from data cannot run.
 */
type PolicyFactory = {
  createPolicy: (
    name: string,
    rules: {
      createHTML: (text: string) => string | null;
      createScript: (text: string) => string | null;
      createScriptURL: (text: string) => string | null;
    },
  ) => unknown;
};

/** HTML without a tag, or one single empty element without attributes, as feature tests use. */
const HARMLESS_HTML = /^(?:[^<>]*|<([a-z][a-z0-9]*)>(?:<\/\1>)?)$/;

/** Decides whether a text may go into an HTML sink: gives it back unchanged or refuses with null. */
export function reviewHtml(text: string): string | null {
  return HARMLESS_HTML.test(text) ? text : null;
}

/** Decides whether an address may become a script: our own origin only, compared after parsing. */
export function reviewScriptUrl(text: string, origin: string, base: string): string | null {
  if (!URL.canParse(text, base)) return null;
  return new URL(text, base).origin === origin ? text : null;
}

/** Installs the policy; a browser without Trusted Types has the rest of the CSP alone. */
export function installTrustedTypes(scope: {
  trustedTypes?: unknown;
  location: { origin: string; href: string };
}): void {
  const factory = scope.trustedTypes as PolicyFactory | undefined;
  factory?.createPolicy('default', {
    createHTML: reviewHtml,
    createScript: () => null,
    createScriptURL: (text) => reviewScriptUrl(text, scope.location.origin, scope.location.href),
  });
}
