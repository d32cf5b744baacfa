/** Within this time further arrivals in the same chat are one: installing the app sends two or three. */
const burstMs = 30_000;
const mostChats = 2_000;

/** Remembers chats the bot has just arrived in. */
export function makeBursts(): (chat: string, now: number) => boolean {
  const greeted = new Map<string, number>();
  return (chat, now) => {
    for (const [old, at] of greeted) {
      if (greeted.size <= mostChats && now - at < burstMs) break;
      greeted.delete(old);
    }
    if (greeted.has(chat)) return true;
    greeted.set(chat, now);
    return false;
  };
}
