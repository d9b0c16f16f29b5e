import { writeFileSync } from 'node:fs';
import { factsDocument } from './facts.ts';

writeFileSync(new URL('../../../resources/docs/rules.md', import.meta.url), factsDocument());
