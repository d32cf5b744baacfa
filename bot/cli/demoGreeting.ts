import { relative } from 'node:path';
import type { DemoWindow } from './demoWindows.ts';

/** What the terminal says once everything answers: where to go, who is who, and what to try first. */
export function demoGreeting(windows: readonly DemoWindow[], dataDir: string, logPath: string): string {
  const [practitioner, approver, igLead] = windows.map(({ address, person }) => `${address}   ${person.name}`);
  return `
Sharing Guide is running. Everybody and everything in it is made up, and there is no sign-in:
anybody at this machine can speak as any of these three people. Open all three windows now,
because a window that is not open misses what is sent to it, and reloading one empties it.

  Practitioner   ${practitioner}
  Approver       ${approver}, also edits what the bot knows
  IG lead        ${igLead}, also administrator

Try first
  Practitioner   "which agreement covers anti-social behaviour in Haringey?", then "start" to work through a case
  Approver       "pending", and open what the practitioner has sent
  IG lead        "settings", "roles" or "knowledge", to change what the bot says

The records are in ${shortest(dataDir)}; delete that folder to begin again.
The bot's log is ${logPath}
Ctrl-C stops everything.
`;
}

function shortest(path: string): string {
  const here = relative(process.cwd(), path);
  return here !== '' && here.length < path.length ? here : path;
}
