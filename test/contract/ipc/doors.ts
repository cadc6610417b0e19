import { z } from 'zod';
import { createDispatch, type Dispatch, type DispatchParts, type SenderFacts, type StreamPort } from '../../../electron/ipc/dispatch.ts';
import { call, stream, type Handlers, type StreamMessage } from '../../../shared/ipc/channel.ts';

/** A small contract of a test's own. */
export const doorContract = {
  math: {
    double: call(z.object({ value: z.number() }), z.number()),
    count: stream(z.object({ to: z.number() }), z.object({ value: z.number() })),
  },
} as const;

export const window: SenderFacts = { contents: 7, mainFrame: true, origin: 'app://studio' };

/** The other end of a stream's port, with what arrived. */
export class FakePort implements StreamPort {
  readonly messages: StreamMessage[] = [];
  closed = false;
  #close: () => void = () => undefined;
  #cancel: () => void = () => undefined;

  post(message: StreamMessage): void {
    this.messages.push(message);
  }

  onClose(listener: () => void): void {
    this.#close = listener;
  }

  onCancel(listener: () => void): void {
    this.#cancel = listener;
  }

  close(): void {
    this.closed = true;
  }

  /** What a reload or a closed window does. */
  windowGone(): void {
    this.#close();
  }

  cancel(): void {
    this.#cancel();
  }

  events(): unknown[] {
    return this.messages.flatMap((message) => ('events' in message ? message.events : []));
  }

  end(): Extract<StreamMessage, { end: unknown }>['end'] | undefined {
    const last = this.messages.at(-1);
    return last !== undefined && 'end' in last ? last.end : undefined;
  }
}

/** A door over the small contract; defects are collected. */
export function doorWith(
  handlers: Partial<Handlers<typeof doorContract>['math']>,
  change: Partial<DispatchParts> = {},
): { dispatch: Dispatch; defects: unknown[] } {
  const defects: unknown[] = [];
  const dispatch = createDispatch({
    contract: doorContract,
    handlers: { math: handlers },
    trusted: (sender) => sender.origin === 'app://studio' && sender.mainFrame && sender.contents === 7,
    checkOutputs: true,
    defect: (thrown) => `R${defects.push(thrown)}`,
    ...change,
  });
  return { dispatch, defects };
}
