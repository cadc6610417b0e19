import { activityErrors } from './catalogue/activities.ts';
import { appErrors } from './catalogue/app.ts';
import { autodiscoverErrors } from './catalogue/autodiscover.ts';
import { certificateErrors } from './catalogue/certificate.ts';
import { exchangeErrors } from './catalogue/exchange.ts';
import { globalErrors } from './catalogue/globals.ts';
import { historyErrors } from './catalogue/history.ts';
import { networkErrors } from './catalogue/network.ts';
import { passwordSignInErrors } from './catalogue/passwordSignIn.ts';
import { runbookErrors } from './catalogue/runbook.ts';
import { signInErrors } from './catalogue/signIn.ts';
import { workspaceErrors } from './catalogue/workspace.ts';

/** Every failure the app can name. A new code is one entry in the part it belongs to. */
export const catalogue = {
  ...appErrors,
  ...networkErrors,
  ...autodiscoverErrors,
  ...certificateErrors,
  ...passwordSignInErrors,
  ...signInErrors,
  ...exchangeErrors,
  ...runbookErrors,
  ...workspaceErrors,
  ...historyErrors,
  ...globalErrors,
  ...activityErrors,
} as const;

/** The closed set of codes: dotted, domain first, stable across versions because people search for them. */
export type ErrorCode = keyof typeof catalogue;
