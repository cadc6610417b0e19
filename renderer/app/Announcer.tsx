import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/stores.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** Speaks what changes without moving the focus. The key makes the same sentence be spoken again. */
export function Announcer(): ReactElement {
  const { app } = useStores();
  const polite = useStore(app, (state) => state.polite);
  const urgent = useStore(app, (state) => state.urgent);
  return (
    <VisuallyHidden>
      <span role="status" aria-live="polite"><span key={polite.id}>{polite.text}</span></span>
      <span role="alert"><span key={urgent.id}>{urgent.text}</span></span>
    </VisuallyHidden>
  );
}
