const parts = ['startUp', 'canvas', 'traces', 'keystrokes'];

/** Everything that a person waits for: start-up, the canvas, trace files and typing, one after the other. */
export async function* measures(given) {
  for (const part of parts) {
    const { measures: ofPart } = await import(`./${part}.bench.mjs`);
    yield* ofPart(given);
  }
}
