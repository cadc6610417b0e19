import type { LinkView } from '../../../shared/engine/linkView.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { markColorOf, type MarkColor } from '../../../shared/runbook/colors.ts';
import { linkText } from '../../../shared/runbook/links.ts';
import type { Link, Runbook } from '../../../shared/runbook/runbook.ts';
import type { LinkEnds } from '../../stores/editorHistory.ts';
import { linkVerdict } from '../../stores/runText.ts';
import { count } from '../../stores/words.ts';

/** What a link shows, flat, so that an unchanged link is not drawn again. */
export type LinkFacts = {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** How many rows took the link in the last test, as "×12", or "2 of 5" where it stopped some. */
  readonly followed: string;
  /** The last test came by and did not take the link. */
  readonly notTaken: boolean;
  /** What the last test did here and why, in words. */
  readonly verdict: string;
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

const countOf = ({ followed, stopped }: LinkView): string =>
  stopped === 0 ? `×${followed.toLocaleString('en-US')}` : `${followed.toLocaleString('en-US')} of ${(followed + stopped).toLocaleString('en-US')}`;

function verdictOf(result: LinkView): string {
  if (result.stopped === 0) return `followed ${count(result.followed, 'time')}`;
  return result.followed === 0 && result.stopped === 1 ? `not followed: ${result.lastReason}` : linkVerdict(result);
}

function linkFactsOf(link: Link, document: Runbook, result: LinkView | undefined, found: ReadonlySet<string> | undefined): LinkFacts {
  const label = link.label ?? linkText(link);
  const followed = result === undefined || result.followed === 0 ? '' : countOf(result);
  const notTaken = result !== undefined && result.followed === 0 && result.stopped > 0;
  const from = document.activities[link.from]?.name ?? link.from;
  const to = document.activities[link.to]?.name ?? link.to;
  const verdict = result === undefined ? '' : verdictOf(result);
  const name = [`Link from ${from} to ${to}`, label, link.disabled ? 'disabled' : '', verdict].filter((part) => part !== '').join(', ');
  return {
    from: link.from,
    to: link.to,
    label,
    followed,
    notTaken,
    verdict,
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
