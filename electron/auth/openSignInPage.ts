import { AppError } from '../../shared/errors/appError.ts';

/** The sign-in page comes from the sign-in server's own answer; only an address with https: reaches the system's browser. */
export function signInPageOpener(openExternal: (url: string) => Promise<void>): (url: string) => Promise<void> {
  return async (url) => {
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:') throw new AppError('signIn.browserFailed');
    await openExternal(url);
  };
}
