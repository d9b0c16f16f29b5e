import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { Gallery } from './gallery.tsx';
import { RunSample } from './run-sample.tsx';

/** The kit's gallery, in demonstrations only. */
export const galleryScreens: readonly ScreenEntry[] = [
  {
    path: '/gallery',
    title: 'gallery:title',
    desks: [],
    screen: Gallery,
    bare: true,
    open: true,
    demoOnly: true,
  },
  {
    path: '/gallery/run',
    title: 'gallery:run',
    desks: [],
    screen: RunSample,
    open: true,
    demoOnly: true,
  },
];
