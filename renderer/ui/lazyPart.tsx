import { Box, Button, keyframes } from '@mui/material';
import { useEffect, useSyncExternalStore, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { errorData, type AppErrorData } from '../../shared/errors/appError.ts';
import { ErrorCard } from './ErrorCard.tsx';

/** A part of the window whose code is loaded when it is first shown, or earlier by `load`. Once it is there it is shown at once. */
export interface LazyPart<P extends object> {
  (props: P): ReactNode;
  /** Loads it unless it is there. Never rejects: a failure is shown where the part would be. */
  load(): Promise<void>;
}

type State<P> = { readonly is: 'waiting' } | { readonly is: 'there'; readonly part: ComponentType<P> } | { readonly is: 'failed'; readonly error: AppErrorData };

/**
 * Makes a lazy part from an import. React's own `lazy` shows its fallback for a moment even when the code is there already, and
 * keeps a failure for good; this does neither. `frame` stands around what is said in place of the part.
 */
export function lazyPart<P extends object>(read: () => Promise<ComponentType<P>>, frame: (said: ReactNode) => ReactNode = (said) => said): LazyPart<P> {
  let state: State<P> = { is: 'waiting' };
  let loading: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  const become = (next: State<P>): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const now = (): State<P> => state;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const load = (): Promise<void> => (loading ??= read().then((part) => become({ is: 'there', part }), failed));
  const failed = (thrown: unknown): void => {
    loading = undefined;
    become({ is: 'failed', error: errorData('app.partMissing', { problem: thrown instanceof Error ? thrown.message : String(thrown) }) });
  };
  const again = (): void => {
    become({ is: 'waiting' });
    void load();
  };

  function Part(props: P): ReactNode {
    const shown = useSyncExternalStore(subscribe, now, now);
    useEffect(() => void (state.is === 'waiting' && load()), []);
    if (shown.is === 'there') return <shown.part {...props} />;
    if (shown.is === 'waiting') return frame(<Waiting />);
    return frame(
      <Box sx={{ flex: 1, display: 'grid', alignContent: 'center', justifyItems: 'center', padding: 2, overflow: 'auto' }}>
        <Box sx={{ maxWidth: 560 }}><ErrorCard error={shown.error} alert actions={<Button variant="contained" onClick={again}>Try again</Button>} /></Box>
      </Box>,
    );
  }
  return Object.assign(Part, { load });
}

const appear = keyframes({ from: { opacity: 0 }, to: { opacity: 1 } });

/** Says so only when it takes long enough to be noticed: what is on this computer's disk is there before that. */
function Waiting(): ReactElement {
  return (
    <Box role="status" sx={{ flex: 1, display: 'grid', placeContent: 'center', padding: 3, fontSize: '0.8125rem', color: 'studio.textMuted', opacity: 0, animation: `${appear} 120ms 400ms forwards` }}>
      Loading…
    </Box>
  );
}
