import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/**
 * What lies over an element, by name of tag and class: asked point by point all over its box, and by the
 * boxes of everything that floats without taking the pointer. Outside the window counts as hidden.
 */
function over(element: Element): string[] {
  const box = element.getBoundingClientRect();
  const found = new Set<string>();
  if (box.width < 20 || box.height < 12) found.add('too small to read');
  const nameOf = (other: Element | null) =>
    other ? `${other.tagName}.${other.className}` : 'edge';
  for (let x = box.left + 1; x < box.right; x += box.width / 40) {
    for (let y = box.top + 1; y < box.bottom; y += box.height / 6) {
      const top = document.elementFromPoint(x, y);
      if (top === null || !element.contains(top)) found.add(nameOf(top));
    }
  }
  for (const other of document.querySelectorAll('body *')) {
    const { position, pointerEvents, backgroundColor } = getComputedStyle(other);
    if (position !== 'fixed' || pointerEvents !== 'none') continue;
    // One without a ground of its own is seen through: only what stands in it hides something.
    const isClear = backgroundColor === 'rgba(0, 0, 0, 0)';
    for (const part of isClear ? other.children : [other]) {
      if (part !== other && getComputedStyle(part).position === 'fixed') continue;
      if (isDrawnOver(part as HTMLElement)) found.add(nameOf(part));
    }
  }
  return [...found];

  /** Whether a part that no pointer finds would be found in the box, could a pointer find it. */
  function isDrawnOver(part: HTMLElement): boolean {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const x = (Math.max(left, box.left) + Math.min(right, box.right)) / 2;
    const y = (Math.max(top, box.top) + Math.min(bottom, box.bottom)) / 2;
    if (x <= left || x >= right || y <= top || y >= bottom) return false;
    if (x <= box.left || x >= box.right || y <= box.top || y >= box.bottom) return false;
    const still = part.closest('[inert]');
    still?.removeAttribute('inert');
    part.style.setProperty('pointer-events', 'auto');
    const isAbove = part.contains(document.elementFromPoint(x, y));
    part.style.removeProperty('pointer-events');
    still?.setAttribute('inert', '');
    return isAbove;
  }
}

/** The whole of a part is in the window and nothing lies over it, measured in the browser. */
export async function assertInSight(part: Locator, what: string): Promise<void> {
  assert.deepEqual(await part.evaluate(over), [], what);
}

/** No button, link or field of the page lies, even in part, beneath these. */
export async function assertCoverNoControl(parts: Locator, what: string): Promise<void> {
  const beneath = await parts.evaluateAll((elements) => {
    const controls = [...document.querySelectorAll('button, a[href], input, [role=button]')];
    return elements.flatMap((element) => {
      const over = element.getBoundingClientRect();
      return controls
        .filter((control) => {
          const { left, right, top, bottom } = control.getBoundingClientRect();
          const isApart =
            right <= over.left || left >= over.right || bottom <= over.top || top >= over.bottom;
          return !isApart && right - left > 1 && !element.contains(control);
        })
        .map((control) => control.textContent);
    });
  });
  assert.deepEqual(beneath, [], what);
}

/** A way to lay something over the screen, and a way to take it away. */
export interface Overlay {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
  readonly close: (page: Page) => Promise<unknown>;
}
