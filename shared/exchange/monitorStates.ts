/** What a monitor remembers between runs, so that it neither misses nor repeats anything. */
export interface MonitorStates {
  /** The text that was kept last for this activity, or undefined for one that never ran. */
  load(activity: string): Promise<string | undefined>;
  /** Keeps the text before it resolves; a monitor that cannot remember must not go on. */
  save(activity: string, state: string): Promise<void>;
}

/** States that last as long as the program. */
export function monitorStatesInMemory(): MonitorStates {
  const states = new Map<string, string>();
  return {
    load: (activity) => Promise.resolve(states.get(activity)),
    save: (activity, state) => {
      states.set(activity, state);
      return Promise.resolve();
    },
  };
}
