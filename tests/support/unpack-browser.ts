import { browserPath } from './browser.ts';

// Two test files that find it packed at one time would write one file.
await browserPath();
