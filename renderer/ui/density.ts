/** How large rows, targets and words are: by the place where the screen is used. */
export type Density = 'desk' | 'bedside' | 'kiosk' | 'wall';

export type Theme = 'light' | 'dark';
