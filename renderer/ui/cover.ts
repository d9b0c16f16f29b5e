import { createContext } from 'react';

/** True while a lock or WRONG covers the screen: nothing that floats may stay above or keep focus. */
export const CoverContext = createContext(false);
