import type { LinkView } from '../../../shared/engine/linkView.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { markColorOf, type MarkColor } from '../../../shared/runbook/colors.ts';
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
  /** The color that the person chose. */
  readonly color: MarkColor | undefined;
  /** Width of the line in pixels, where the person chose one. */
  readonly width: number | undefined;
  /** Something is looked for, and not found here. */
  readonly dimmed: boolean;
  readonly name: string;
};

/** The id of a link on the canvas and in a run's view. */
export const linkId = ({ from, to }: LinkEnds): string => `${from}>${to}`;

/** The last test and the runbook as it ran. */
type Run = { readonly document: Runbook; readonly view: RunView } | undefined;

function linkFactsOf(link: Link, document: Runbook, result: LinkView | undefined, found: ReadonlySet<string> | undefined): LinkFacts {
  const label = link.label ?? linkText(link);
  const followed = result === undefined || result.followed === 0 ? '' : `×${result.followed.toLocaleString('en-US')}`;
  const notTaken = result !== undefined && result.followed === 0 && result.stopped > 0;
  const from = document.activities[link.from]?.name ?? link.from;
  const to = document.activities[link.to]?.name ?? link.to;
  const told = result === undefined ? '' : notTaken ? `not followed: ${result.lastReason}` : `followed ${count(result.followed, 'time')}`;
  const name = [`Link from ${from} to ${to}`, label, link.disabled ? 'disabled' : '', told].filter((part) => part !== '').join(', ');
  return {
    from: link.from,
    to: link.to,
    label,
    followed,
    notTaken,
    reason: notTaken ? `Not followed: ${result.lastReason}` : '',
    disabled: link.disabled,
    color: markColorOf(link.color),
    width: link.width,
    dimmed: found?.has(linkId(link)) === false,
    name,
  };
}

/**
 * The links of a runbook with what the last test did on them. Results of links that were edited since are left out.
 * `found`: the links in which what is looked for was found; undefined while nothing is looked for.
 */
export function linkFacts(document: Runbook, run: Run, found?: ReadonlySet<string>): LinkFacts[] {
  const ran = new Set(run?.document.links);
  return document.links.map((link) => linkFactsOf(link, document, ran.has(link) ? run?.view.links[linkId(link)] : undefined, found));
}
