import { registerHooks } from 'node:module';

/**
 * From here on `electron` is the double, for modules loaded afterwards by import or require. Electron's
 * own package would start to download its program.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
