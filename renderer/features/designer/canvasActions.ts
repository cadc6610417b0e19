import { createContext } from 'react';
import type { Position } from '../../../shared/runbook/edits.ts';
import type { LinkEnds } from '../../stores/editorHistory.ts';

/** What a card or link on the canvas can ask for. */
export interface CanvasActions {
  readonly readOnly: boolean;
  addAfter(activity: string): void;
  addInto(link: LinkEnds): void;
  toggleBreakpoint(activity: string): void;
  selectLink(link: LinkEnds): void;
  showProblems(activity: string): void;
  /** Shows the run that an activity invoked. */
  showInvoked(activity: string): void;
  /** Ends the writing of a note with this text. */
  writeNote(note: string, text: string): void;
  /** Gives a note another place and size. */
  sizeNote(note: string, at: Position, size: Position): void;
}

const nothing = (): void => undefined;

/** The actions of the canvas that a card stands on. */
export const CanvasActionsContext = createContext<CanvasActions>({ readOnly: true, addAfter: nothing, addInto: nothing, toggleBreakpoint: nothing, selectLink: nothing, showProblems: nothing, showInvoked: nothing, writeNote: nothing, sizeNote: nothing });
