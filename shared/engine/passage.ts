import { AppError } from '../errors/appError.ts';
import { evaluate } from '../runbook/expression/evaluate.ts';
import { renderReference, type Reference } from '../runbook/expression/reference.ts';
import { referencesIn } from '../runbook/expression/references.ts';
import type { Risk } from './events.ts';
import { keepEverything } from './kept.ts';
import type { OwnSignal } from './ownSignal.ts';
import type { Place } from './place.ts';
import type { ResolvedTexts } from './inputs.ts';
import type { PlannedActivity } from './plan.ts';
import type { GateAnswer, GateDecision, Step, WorkedText } from './ports.ts';
import { riskOf } from './risk.ts';
import type { RunContext } from './runContext.ts';
import { tokenOf, valueOf, type Token } from './token.ts';
import { unlessStopped } from './untilStopped.ts';

/** How an execution leaves the gate: with the texts it starts with, stopped with its run, or passed over. */
export type Passage = { readonly go: true; readonly texts: ResolvedTexts } | { readonly go: false; readonly why: 'stopped' | 'item' | 'activity' };

/** A text of the tester's, worked out for the row that led to an execution. Of variables it knows those that the activity uses. */
function workedOn(context: RunContext, planned: PlannedActivity, { variables }: ResolvedTexts, token: Token | undefined): (text: string) => WorkedText {
  const value = (target: Reference): string | undefined => {
    if (target.kind === 'variable') return variables.get(target.name)?.text;
    const source = tokenOf(token, target.key);
    const found = source === undefined ? undefined : valueOf(source, target.label);
    if (found === undefined && context.kept !== keepEverything) throw new AppError('runbook.valueNotKept', { value: renderReference(target) });
    return found;
  };
  const isSecret = (target: Reference): boolean => (target.kind === 'variable' ? variables.get(target.name)?.secret === true : tokenOf(token, target.key)?.secret.has(target.label) === true);
  return (text) => {
    const expression = planned.expression(text);
    const [only, ...more] = expression.nodes;
    const target = only?.kind === 'reference' && more.length === 0 ? only.target : undefined;
    const published = target?.kind === 'activity' ? Object.values(context.plan.get(target.key)?.shape.publishes ?? {}) : [];
    const kind = published.find(({ label }) => target?.kind === 'activity' && label === target.label)?.kind;
    const secret = referencesIn(expression).some((one) => isSecret(one.target));
    return { value: evaluate(expression, { value, missing: () => undefined }), secret, ...(kind === undefined ? {} : { kind }) };
  };
}

/** The texts with another one for an input, as a person wants it for one execution. Inputs without a text of their own stay as they are. */
function withInput(texts: ResolvedTexts, key: string, value: string): ResolvedTexts {
  const before = texts.inputs.find((input) => input.key === key && input.fixed === undefined);
  if (before === undefined) return texts;
  const index = key.startsWith('filters.') ? Number(key.slice('filters.'.length)) : -1;
  return {
    ...texts,
    inputs: texts.inputs.map((input) => (input === before ? { ...before, value, edited: true } : input)),
    properties: texts.properties.has(key) ? new Map(texts.properties).set(key, value) : texts.properties,
    filters: texts.filters.map((text, at) => (at === index ? value : text)),
    missing: texts.missing.filter((text) => !text.startsWith(`${before.label}: `)),
    // A text that could not be made is replaced by one that needs no making.
    problem: texts.problem?.where?.field === key ? undefined : texts.problem,
  };
}

type Held = Extract<GateDecision, { readonly pause: true }>;

/** Waits at the gate for as long as it holds the execution back; meanwhile inputs may be given other texts. */
export function passGate(context: RunContext, planned: PlannedActivity, place: Place, texts: ResolvedTexts, token: Token | undefined, own: OwnSignal): Passage | Promise<Passage> {
  const risk = context.setup.pins?.[planned.key] === undefined ? riskOf(planned) : undefined;
  const { activity, execution, item, items } = place;
  const step: Step = { activity, execution, item, items, inputs: texts.inputs, risk, worked: (text) => workedOn(context, planned, texts, token)(text) };
  const decision = context.gate.enter(step, () => own.get());
  if (!decision.pause) return decision.skip ? { go: false, why: 'activity' } : { go: true, texts };
  return held(decision, context, place, texts, risk, own);
}

async function held({ reason, detail, answer: next }: Held, context: RunContext, place: Place, texts: ResolvedTexts, risk: Risk | undefined, own: OwnSignal): Promise<Passage> {
  context.emit({ type: 'paused', ...place, reason, ...(detail === undefined ? {} : { detail }), ...(risk === undefined ? {} : { risk }), inputs: [...texts.inputs] });
  let current = texts;
  for (;;) {
    const answer: GateAnswer | undefined = await unlessStopped(next(), own.get());
    if (answer === undefined) return { go: false, why: 'stopped' };
    if (answer.type === 'edit') {
      current = withInput(current, answer.key, answer.value);
      const input = current.inputs.find(({ key }) => key === answer.key);
      if (input?.edited === true) context.emit({ type: 'inputEdited', ...place, input });
      continue;
    }
    context.emit({ type: 'resumed', ...place });
    return answer.type === 'go' ? { go: true, texts: current } : { go: false, why: answer.what };
  }
}
