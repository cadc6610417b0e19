/** The execution a handler works for. */
export interface Place {
  readonly execution: string;
  readonly activity: string;
  readonly item: number;
  readonly items: number;
}
