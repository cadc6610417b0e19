const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body style="font-family:system-ui,sans-serif;margin:4rem auto;max-width:32rem"><h1>${title}</h1><p>${text}</p></body></html>`;

/** What the browser shows at the end of a sign-in. */
export const browserPages = {
  successTemplate: page('You are signed in', 'Close this page and return to Exchange Runbook Studio.'),
  errorTemplate: page('The sign-in did not complete', 'Return to Exchange Runbook Studio to see why.'),
} as const;
