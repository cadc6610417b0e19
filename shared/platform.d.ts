/**
 * The only globals that shared code may use beside the ECMAScript library. There are no timers and no clock
 * here on purpose: time reaches shared code through the `Clock` port.
 */

interface AbortSignalEventListener {
  (): void;
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: AbortSignalEventListener, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: AbortSignalEventListener): void;
}

declare const AbortSignal: {
  any(signals: readonly AbortSignal[]): AbortSignal;
};

interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare const AbortController: { new (): AbortController };

interface URL {
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
  readonly origin: string;
}

declare const URL: {
  new (url: string, base?: string): URL;
  canParse(url: string): boolean;
};
