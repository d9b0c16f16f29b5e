import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';

// Paths are taken from this file so that a build started from any folder gives the same files.
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The desktop's main process: every module stays a file of its own below `dist/`, as it lies in the
 * sources, because fonts, forms, rule packs and the raster thread are found relative to the module
 * that uses them. Packages stay outside and are shipped as they are.
 */
export default defineConfig({
  root: here('./'),
  publicDir: false,
  plugins: [runnableThreads(), besideTheModules(), preload()],
  build: {
    ssr: true,
    outDir: here('./dist'),
    // The screens lie below `dist/` too.
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: false,
    rollupOptions: {
      input: {
        'electron/main': here('./electron/main.ts'),
        'electron/printing/labels/raster-worker': here(
          './electron/printing/labels/raster-worker.ts',
        ),
        'electron/station/records-worker': here('./electron/station/records-worker.ts'),
      },
      external: ['electron'],
      output: {
        format: 'es',
        preserveModules: true,
        preserveModulesRoot: here('./'),
        entryFileNames: '[name].js',
      },
    },
  },
  ssr: { external: true },
});

/** Electron strips no types: threads and simulated devices start from the built files. */
function runnableThreads(): Plugin {
  return {
    name: 'runnable-threads',
    // Before the types go and the quotes with them.
    enforce: 'pre',
    transform: (code) =>
      code.includes('import.meta.url')
        ? { code: code.replaceAll(/(-(?:main|worker))\.ts'/g, "$1.js'"), map: null }
        : null,
  };
}

/** Folders of resources that modules read while they run. */
const SHIPPED = ['devices', 'fonts', 'forms', 'labels', 'rules', 'simulators', 'validation'];

/** What modules read beside themselves, at the same place relative to them as in the sources. */
function besideTheModules(): Plugin {
  return {
    name: 'beside-the-modules',
    writeBundle: () => {
      for (const folder of SHIPPED) {
        cpSync(here(`./resources/${folder}`), here(`./dist/resources/${folder}`), {
          recursive: true,
        });
      }
      const own = JSON.parse(readFileSync(here('./package.json'), 'utf8')) as object;
      const { name, version, license, type, dependencies } = own as Record<string, unknown>;
      const kept = { name, version, license, type, dependencies };
      writeFileSync(join(here('./dist'), 'package.json'), `${JSON.stringify(kept, null, 2)}\n`);
    },
  };
}

/** The preload as one CommonJS file: a sandboxed renderer loads no modules. */
function preload(): Plugin {
  return {
    name: 'preload',
    writeBundle: async () => {
      await build({
        configFile: false,
        root: here('./'),
        publicDir: false,
        logLevel: 'warn',
        build: {
          ssr: here('./electron/preload.ts'),
          outDir: here('./dist/electron'),
          emptyOutDir: false,
          target: 'node24',
          minify: false,
          rollupOptions: {
            external: ['electron'],
            output: { format: 'cjs', entryFileNames: 'preload.cjs' },
          },
        },
      });
    },
  };
}
