import { prettyBody } from '../../../shared/trace/prettyBody.ts';

/** Indents large documents off the window's own thread. Takes a text, answers it indented. */
addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(prettyBody(data)));
