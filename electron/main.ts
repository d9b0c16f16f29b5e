import { app } from 'electron';
import { startDesktop } from './shell/desktop.ts';
import { registerScheme } from './shell/scheme.ts';

// Before ready, so that even `sandbox: false` somewhere would be overridden (item 4).
app.enableSandbox();
registerScheme();
void startDesktop(process.argv);
