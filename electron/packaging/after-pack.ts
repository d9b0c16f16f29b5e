import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFuses } from './fuses.ts';

/** What electron-builder tells about one packed platform. */
export interface PackedProgram {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly executableName?: string;
    readonly appInfo: { readonly productFilename: string };
  };
}

/** electron-builder's hook: sets the fuses after packing and before signing. */
export async function afterPack(packed: PackedProgram): Promise<void> {
  const file = fuseFile(packed);
  const program = readFileSync(file);
  setFuses(program);
  writeFileSync(file, program);
}

/** The file that carries the fuse wire: on macOS the framework, elsewhere the program. */
export function fuseFile({ appOutDir, electronPlatformName, packager }: PackedProgram): string {
  const product = packager.appInfo.productFilename;
  switch (electronPlatformName) {
    case 'win32':
      return join(appOutDir, `${product}.exe`);
    case 'darwin':
    case 'mas':
      return join(
        appOutDir,
        `${product}.app/Contents/Frameworks/Electron Framework.framework/Electron Framework`,
      );
    default:
      return join(appOutDir, packager.executableName ?? product);
  }
}
