/** How much of something is let through: so many at once, and so many a second after that. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/** What is left of a limit at an instant (ms of any clock). Below zero when places were given away ahead of time. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

export const fullBucket = ({ burst }: Limit, at: number): Bucket => ({ tokens: burst, at });

/** The bucket at a later instant. A clock that was set back adds nothing and takes nothing away. */
export function refilled({ burst, perSecond }: Limit, { tokens, at }: Bucket, now: number): Bucket {
  const seconds = Math.max(0, now - at) / 1000;
  return { tokens: Math.min(burst, tokens + seconds * perSecond), at: now };
}

/** How long until there is a token, ms. */
export function waitFor({ perSecond }: Limit, { tokens }: Bucket): number {
  // The smallest part is left to rounding, so that who waited as told never finds the bucket a hair short.
  return tokens > 1 - 1e-6 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
}

/**
 * What Teams takes from a bot (PLATFORM 2.2), less room for answers to people, which count too and wait for nobody.
 * In one chat it takes 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour: these let 4, 5, 33 and 1,100
 * through. In a tenant it takes 50 a second, or 30 as an older page has it: this lets 20 through.
 */
const inChat: readonly Limit[] = [
  { burst: 3, perSecond: 1 },
  { burst: 100, perSecond: 1000 / 3600 },
];
const inTenant: Limit = { burst: 5, perSecond: 15 };

/** Says when something may be sent. Chats are told apart by any key. */
export interface Pace {
  /** How long until one more may go to any chat, ms. */
  untilAny(): number;
  /** How long until one more may go to this chat, ms, were there no other chats. */
  until(chat: string): number;
  /** Gives away the next place in this chat: how long to wait before it is there, ms. */
  take(chat: string): number;
  /** Chats it still has to remember. */
  readonly size: number;
}

/** One bucket for the tenant and two for each chat; a chat is forgotten when its buckets are full again. */
export function makePace(clock: () => number): Pace {
  let tenant = fullBucket(inTenant, clock());
  /** Who was sent to longest ago stands first. */
  const chats = new Map<string, readonly Bucket[]>();

  const bucketsAt = (chat: string, now: number): readonly Bucket[] => {
    const known = chats.get(chat);
    return inChat.map((limit, at) => {
      const bucket = known?.[at];
      return bucket ? refilled(limit, bucket, now) : fullBucket(limit, now);
    });
  };
  const longestWait = (buckets: readonly Bucket[]): number =>
    Math.max(...buckets.map((bucket, at) => waitFor(inChat[at] as Limit, bucket)));

  function forgetFull(now: number): void {
    for (const chat of chats.keys()) {
      const isFull = bucketsAt(chat, now).every(({ tokens }, at) => tokens === inChat[at]?.burst);
      if (!isFull) return;
      chats.delete(chat);
    }
  }

  return {
    untilAny: () => waitFor(inTenant, refilled(inTenant, tenant, clock())),
    until: (chat) => longestWait(bucketsAt(chat, clock())),
    take(chat) {
      const now = clock();
      tenant = refilled(inTenant, tenant, now);
      const buckets = bucketsAt(chat, now);
      const ms = Math.max(waitFor(inTenant, tenant), longestWait(buckets));
      tenant = { ...tenant, tokens: tenant.tokens - 1 };
      chats.delete(chat);
      chats.set(
        chat,
        buckets.map((bucket) => ({ ...bucket, tokens: bucket.tokens - 1 })),
      );
      forgetFull(now);
      return ms;
    },
    get size() {
      return chats.size;
    },
  };
}
