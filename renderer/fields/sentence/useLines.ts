import { useId, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useSteady } from '../../ui/useSteady.ts';

/** How one line of a list of sentences is being edited. */
export interface LineState {
  readonly editing: boolean;
  /** Edits that name this word are one undo step, for as long as the line stays open. */
  readonly joins: string | undefined;
  onEdit(): void;
  onDone(): void;
  /** The line is gone, and the focus was in it. */
  onGone(): void;
}

/** The lines of a list, of which one at most is being edited. */
export interface Lines {
  of(line: string): LineState;
  /** Opens a line, which may only now come into being, and gives the word that joins its edits. */
  open(line: string): string;
  /** Ends editing: its line moves or goes. */
  close(): void;
}

/** Which of the lines is being edited; the same object until that is another one. `onEnd` ends the undo step of a line that was; `next` gets the focus when the line that had it is gone. */
export function useLines(onEnd: () => void, next: RefObject<HTMLButtonElement | null>): Lines {
  const id = useId();
  const times = useRef(0);
  const leaving = useRef(false);
  // A line that was left closes only after the press that left it, which may have opened another one.
  const current = useRef<string | undefined>(undefined);
  const [edited, setEdited] = useState<{ readonly line: string; readonly joins: string } | undefined>(undefined);
  useLayoutEffect(() => {
    leaving.current = false;
    return () => void (leaving.current = true);
  }, []);
  const open = useSteady((line: string): string => {
    if (current.current !== undefined) onEnd();
    times.current += 1;
    const joins = `line ${id} ${times.current}`;
    current.current = line;
    setEdited({ line, joins });
    return joins;
  });
  const close = useSteady((): void => {
    if (current.current === undefined) return;
    current.current = undefined;
    setEdited(undefined);
    onEnd();
  });
  return useMemo(() => {
    const of = (line: string): LineState => ({
      editing: edited?.line === line,
      joins: edited?.line === line ? edited.joins : undefined,
      onEdit: () => void open(line),
      onDone: () => (current.current === line ? close() : undefined),
      onGone: () => {
        if (leaving.current) return;
        close();
        next.current?.focus();
      },
    });
    return { of, open, close };
  }, [edited, open, close, next]);
}
