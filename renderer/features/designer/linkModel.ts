import type { LinkView } from '../../../shared/engine/linkView.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { linkText } from '../../../shared/runbook/links.ts';
import type { Link, Runbook } from '../../../shared/runbook/runbook.ts';
import type { LinkEnds } from '../../stores/editorHistory.ts';
import { count } from '../../stores/words.ts';

/** What a link shows, flat, so that an unchanged link is not drawn again. */
export type LinkFacts = {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** How many rows took the link in the last test, as "×12". */
  readonly followed: string;
  /** The last test came by and did not take the link; `reason` says why. */
  readonly notTaken: boolean;
  readonly reason: string;
  readonly disabled: boolean;
  readonly name: string;
};

/** The id of a link on the canvas and in a run's view. */
export const linkId = ({ from, to }: LinkEnds): string => `${from}>${to}`;

function resultOf(link: Link, run: { readonly document: Runbook; readonly view: RunView } | undefined): LinkView | undefined {
  return run?.document.links.includes(link) === true ? run.view.links[linkId(link)] : undefined;
}

function linkFactsOf(link: Link, document: Runbook, run: { readonly document: Runbook; readonly view: RunView } | undefined): LinkFacts {
  const result = resultOf(link, run);
  const label = link.label ?? linkText(link);
  const followed = result === undefined || result.followed === 0 ? '' : `×${result.followed.toLocaleString('en-US')}`;
  const notTaken = result !== undefined && result.followed === 0 && result.stopped > 0;
  const from = document.activities[link.from]?.name ?? link.from;
  const to = document.activities[link.to]?.name ?? link.to;
  const told = result === undefined ? '' : notTaken ? `not followed: ${result.lastReason}` : `followed ${count(result.followed, 'time')}`;
  const name = [`Link from ${from} to ${to}`, label, link.disabled ? 'disabled' : '', told].filter((part) => part !== '').join(', ');
  return { from: link.from, to: link.to, label, followed, notTaken, reason: notTaken ? `Not followed: ${result.lastReason}` : '', disabled: link.disabled, name };
}

/** The links of a runbook with what the last test did on them. Results of links that were edited since are left out. */
export function linkFacts(document: Runbook, run: { readonly document: Runbook; readonly view: RunView } | undefined): LinkFacts[] {
  return document.links.map((link) => linkFactsOf(link, document, run));
}
