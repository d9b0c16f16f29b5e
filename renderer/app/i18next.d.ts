import 'i18next';
import type { textsByNamespace } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { [N in keyof typeof textsByNamespace]: (typeof textsByNamespace)[N]['zh'] };
  }
}
