import { formatBody } from './formatBody.ts';

/** Formats large documents off the window's own thread. Takes a body, answers it formatted. */
addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(formatBody(data)));
