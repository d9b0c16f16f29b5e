import { createContext, type ReactNode } from 'react';

/**
 * Where a part stands while a lock or WRONG may cover the screen. Under the cover nothing that floats
 * may stay above it or keep the focus; what belongs to the cover itself floats above it.
 */
export type CoverPlace = 'open' | 'covered' | 'cover';

export const CoverContext = createContext<CoverPlace>('open');

/** What stays in sight above whatever floats over a screen: the running chairs with their figures. */
export const InSightContext = createContext<ReactNode>(null);
