import { addFramePart, setUserControl } from '#renderer/app/frame-parts.ts';
import { setLockContent } from '#renderer/app/lock-content.ts';
import { Cover } from './cover.tsx';
import { SessionKeeper } from './session-keeper.tsx';
import { TimeQuestion } from './time-question.tsx';
import { UserControl } from './user-control.tsx';

/** Gives the frame what the sign-in slice owns: cover, badge scans, the control beside the name. */
export function installOperators(): void {
  setLockContent(Cover);
  addFramePart('operators', SessionKeeper);
  addFramePart('time', TimeQuestion);
  setUserControl(UserControl);
}
