import { type ActivityJson, activity, press } from '../../make/activity.ts';
import type { Talker } from '../load.ts';
import type { Acknowledged } from './acknowledged.ts';
import { chatOf } from './places.ts';

/** Who somebody is, where they talk to, and what decides what they do. */
export interface Role {
  readonly place: number;
  readonly serviceUrl: string;
  /** Next number in [0, 1). */
  readonly random: () => number;
  readonly acknowledged: Acknowledged;
}

export interface Pressed {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What somebody is there for: one press after the other. */
export interface Way {
  readonly first: Pressed;
  /** Notes what the answer acknowledges, and gives what is pressed then. */
  readonly after: (pressed: Pressed, answer: string) => Pressed;
  /** Gives what is pressed in between, which leads nowhere. */
  readonly aside?: () => Pressed | null;
}

const questions = [
  'Which agreement covers sharing information about a young person at risk of gang violence?',
  'Can I tell the police about a tenant’s threats to a neighbour?',
  'Which agreement covers telling a school about a pupil’s support plan?',
  'What covers a referral of somebody who may be drawn into terrorism?',
  'Who may see pictures from the town centre cameras?',
  'Which agreement is there for a case conference on domestic abuse?',
];
const asking = 0.2;

/** Somebody who goes their way, and types a question now and then. */
export function talker({ place, serviceUrl, random }: Role, { first, after, aside = () => null }: Way): Talker {
  let next = first;
  let now: Pressed | null = null;
  return {
    next: () => {
      now = random() < asking ? null : (aside() ?? next);
      return JSON.stringify(now ? press(serviceUrl, now.verb, now.data, chat()) : question());
    },
    heard: (answer) => {
      if (now === next) next = after(next, answer);
    },
  };

  function chat(): ActivityJson {
    return { ...chatOf(place) };
  }

  function question(): ActivityJson {
    return activity(serviceUrl, { ...chat(), text: questions[Math.floor(random() * questions.length)] });
  }
}
