import { createContext } from 'react';
import type { LinkEnds } from '../../stores/editorHistory.ts';

/** What a card or link on the canvas can ask for. */
export interface CanvasActions {
  addAfter(activity: string): void;
  toggleBreakpoint(activity: string): void;
  selectLink(link: LinkEnds): void;
  showProblems(activity: string): void;
}

const nothing = (): void => undefined;

/** The actions of the canvas that a card stands on. */
export const CanvasActionsContext = createContext<CanvasActions>({ addAfter: nothing, toggleBreakpoint: nothing, selectLink: nothing, showProblems: nothing });
