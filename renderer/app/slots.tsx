import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** Places of the frame that a screen fills. */
export type SlotName = 'banner' | 'action';

export const SlotContext = createContext<Partial<Record<SlotName, HTMLElement | null>>>({});

function Slot(props: { name: SlotName; children: ReactNode }): ReactNode {
  const holder = useContext(SlotContext)[props.name];
  return holder === null || holder === undefined ? null : createPortal(props.children, holder);
}

/** Puts the donor banner directly under the strip while the calling screen is shown. */
export function BannerSlot(props: { children: ReactNode }): ReactElement {
  return <Slot name="banner">{props.children}</Slot>;
}

/** Puts the situation or the one primary action at the right of the key bar. */
export function ActionSlot(props: { children: ReactNode }): ReactElement {
  return <Slot name="action">{props.children}</Slot>;
}
