import { innermost, type RunEvent } from '../engine/events.ts';
import { emptyRunView, foldRunEvent, type RunView } from '../engine/runView.ts';

/** A view is kept every so many events: going anywhere folds fewer than these, and the kept views share all that did not change. */
const eventsPerCheckpoint = 500;

/**
 * A recorded run that can be shown at any moment of it. Positions count events: 0 is before the first one. Events are
 * appended while the run is read; each is folded once then, and going back and forth costs a few hundred events at most,
 * however long the run is.
 */
export class Replay {
  readonly #events: RunEvent[] = [];
  readonly #times: number[] = [];
  readonly #checkpoints: RunView[] = [emptyRunView];
  #end: RunView = emptyRunView;
  #shown: { readonly position: number; readonly view: RunView } = { position: 0, view: emptyRunView };

  append(events: readonly RunEvent[]): void {
    for (const event of events) {
      const before = this.#times.at(-1) ?? 0;
      this.#events.push(event);
      // A clock that was set back must not send the replay back.
      this.#times.push(Math.max(before, Date.parse(event.at) - Date.parse(this.#events[0]?.at ?? event.at)));
      this.#end = foldRunEvent(this.#end, event);
      if (this.#events.length % eventsPerCheckpoint === 0) this.#checkpoints.push(this.#end);
    }
  }

  get length(): number {
    return this.#events.length;
  }

  /** Milliseconds from the first event to the last. */
  get durationMs(): number {
    return this.#times.at(-1) ?? 0;
  }

  /** The event at a position from 1, or undefined. */
  event(position: number): RunEvent | undefined {
    return this.#events[position - 1];
  }

  /** The run after so many events. Asked again for the same position, it answers the same object. */
  viewAt(position: number): RunView {
    const wanted = Math.min(this.length, Math.max(0, Math.round(position)));
    if (wanted === this.length) return this.#end;
    if (wanted === this.#shown.position) return this.#shown.view;
    const checkpoint = Math.floor(wanted / eventsPerCheckpoint);
    const from = checkpoint * eventsPerCheckpoint;
    const forward = this.#shown.position >= from && this.#shown.position <= wanted;
    let { position: at, view } = forward ? this.#shown : { position: from, view: this.#checkpoints[checkpoint] ?? emptyRunView };
    for (; at < wanted; at += 1) {
      const event = this.#events[at];
      if (event !== undefined) view = foldRunEvent(view, event);
    }
    this.#shown = { position: wanted, view };
    return view;
  }

  /** How many events had happened this many milliseconds after the first. */
  positionAt(ms: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] ?? 0) <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Milliseconds from the first event to the one at a position; 0 before the first. */
  timeAt(position: number): number {
    return this.#times[Math.min(this.length, Math.max(0, position)) - 1] ?? 0;
  }

  /** The nearest position after (or before) this one at which something is told, or something goes wrong; undefined where there is none. */
  next(position: number, direction: 1 | -1, wanted: (event: RunEvent) => boolean): number | undefined {
    for (let at = position + direction; at >= 1 && at <= this.length; at += direction) {
      const event = this.event(at);
      if (event !== undefined && wanted(event)) return at;
    }
    return undefined;
  }
}

/** Whether an event is a step of the replay: something a person sees happen, in the run or in one that it invoked. */
export function isStep(event: RunEvent): boolean {
  const { type } = innermost(event);
  return type === 'activityStarted' || type === 'activityFinished' || type === 'paused' || type === 'runFinished';
}

/** Whether an event is a failure or a warning. */
export function isProblem(one: RunEvent): boolean {
  const event = innermost(one);
  if (event.type === 'activityFinished') return event.outcome === 'failed' || event.outcome === 'warning';
  return event.type === 'limitReached' || (event.type === 'message' && event.level !== 'information') || (event.type === 'runFinished' && event.error !== undefined);
}
