/** After how many working hours a review that nobody finished is reminded of, and then told to the IG leads. */
export interface ReviewPatience {
  readonly remindHours: number;
  readonly escalateHours: number;
  /** The same for what was an emergency. */
  readonly emergencyRemindHours: number;
  readonly emergencyEscalateHours: number;
}

/** Both for one record. */
export function patienceFor(
  { emergency }: { readonly emergency: boolean },
  patience: ReviewPatience,
): { readonly remind: number; readonly escalate: number } {
  return emergency
    ? { remind: patience.emergencyRemindHours, escalate: patience.emergencyEscalateHours }
    : { remind: patience.remindHours, escalate: patience.escalateHours };
}
