import type { AnyActivity } from '../../../shared/activities/defineActivity.ts';
import type { ActivityShape } from '../../../shared/activities/shape.ts';
import type { Activity } from '../../../shared/runbook/runbook.ts';
import type { FieldFocus } from '../../stores/editorHistory.ts';
import type { FormFacts } from './formFacts.ts';

/** What every tab of an activity's form is given. */
export interface ActivityTabProps {
  readonly facts: FormFacts;
  readonly activityKey: string;
  readonly activity: Activity;
  readonly definition: AnyActivity;
  readonly shape: ActivityShape;
  /** The field that was asked for last. */
  readonly focus: FieldFocus | undefined;
}
