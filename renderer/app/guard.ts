import { z } from 'zod';
import { installTrustedTypes } from './trusted-types.ts';

// Imported before everything else: schemas are built while their modules load, and zod would try
// code from strings then, which the content policy refuses and reports.
z.config({ jitless: true });
installTrustedTypes(window);
