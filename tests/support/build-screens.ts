import { fileURLToPath } from 'node:url';
import { builtRenderer } from '#electron/start/renderer-build.ts';

await builtRenderer(fileURLToPath(new URL('../..', import.meta.url)));
