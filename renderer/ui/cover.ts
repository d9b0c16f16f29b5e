import { createContext } from 'react';

/**
 * Where a part stands while a lock or WRONG may cover the screen. Under the cover nothing that floats
 * may stay above it or keep the focus; what belongs to the cover itself floats above it.
 */
export type CoverPlace = 'open' | 'covered' | 'cover';

export const CoverContext = createContext<CoverPlace>('open');
