import { useEffect, useRef } from 'react';
import { cardBox } from '../../../shared/runbook/arrange.ts';
import type { Position } from '../../../shared/runbook/edits.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { motionIsReduced } from '../../ui/motion.ts';
import { layoutGraph, placesAfter } from './layoutGraph.ts';
import { subjectOf } from './markModel.ts';

type Places = Readonly<Record<string, Position>>;

interface Options {
  /** Whether it was asked for. */
  readonly wanted: boolean;
  readonly document: Runbook;
  /** The words on links, by `from>to`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Shows things elsewhere for a moment; undefined shows them where they are. */
  show(places: Places | undefined): void;
  /** Makes the edit. */
  onMove(places: Places): void;
  onDone(problem: string | undefined): void;
}

const milliseconds = 160;
/** A runbook with more things than this is shown in its new order at once. */
const mostAnimated = 300;

function placesNow(document: Runbook, ids: readonly string[]): Places {
  return Object.fromEntries(
    ids.map((id) => {
      const { kind, key } = subjectOf(id);
      const { x, y } = cardBox(document, key);
      return [id, kind === 'note' ? (document.notes[key]?.at ?? [x, y]) : [x, y]];
    }),
  );
}

/** Shows the way from some places to others. */
function animate(from: Places, to: Places, show: Options['show'], then: () => void): void {
  const began = performance.now();
  const step = (): void => {
    const part = Math.min(1, (performance.now() - began) / milliseconds);
    // Fast at first, so that it seems to begin at once.
    const eased = 1 - (1 - part) ** 3;
    const between = Object.fromEntries(Object.entries(to).map(([id, [x, y]]) => [id, [(from[id]?.[0] ?? x) * (1 - eased) + x * eased, (from[id]?.[1] ?? y) * (1 - eased) + y * eased] as const]));
    show(part < 1 ? between : undefined);
    if (part < 1) requestAnimationFrame(step);
    else then();
  };
  step();
}

/** Lays the runbook out anew while that is wanted; when it is no longer wanted, the work is given up. */
export function useTidyUp(options: Options): void {
  const current = useRef(options);
  useEffect(() => {
    current.current = options;
  });
  const { wanted } = options;
  useEffect(() => {
    if (!wanted) return undefined;
    let cancel = (): void => undefined;
    let given = false;
    const { document, labels } = current.current;
    const work = async (): Promise<void> => {
      // Loaded with the first use: most runbooks are opened to be run.
      const { computeLayout } = await import('./layoutWorker.ts');
      if (given) return;
      const layout = computeLayout(layoutGraph(document, labels));
      cancel = layout.cancel;
      const places = placesAfter(document, await layout.done);
      if (given) return;
      const { show, onMove, onDone } = current.current;
      const moves = !motionIsReduced() && Object.keys(places).length <= mostAnimated;
      const before = placesNow(document, Object.keys(places));
      if (moves) show(before);
      onMove(places);
      if (moves) animate(before, places, show, () => onDone(undefined));
      else onDone(undefined);
    };
    work().catch((thrown: unknown) => current.current.onDone(thrown instanceof Error ? thrown.message : String(thrown)));
    return () => {
      given = true;
      cancel();
    };
  }, [wanted]);
}
