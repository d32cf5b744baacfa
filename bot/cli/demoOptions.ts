/** Ports of the three windows, in the order practitioner, approver, IG lead. */
export type WindowPorts = readonly [number, number, number];

export type DemoOptions =
  | { readonly kind: 'run'; readonly botPort: number; readonly windowPorts: WindowPorts }
  | { readonly kind: 'help' }
  /** A sentence for the person who typed it. */
  | { readonly kind: 'wrong'; readonly problem: string };

export const USUAL_WINDOW_PORTS: WindowPorts = [56150, 56151, 56152];

export const DEMO_HELP = `npm run demo [-- --ports A,B,C]

Starts the bot on this machine with made-up people and records, and one Agents Playground window each for a
practitioner, an approver and an IG lead. Ctrl-C stops everything.

  --ports A,B,C   ports of the three windows (usually ${USUAL_WINDOW_PORTS.join(',')})
  --help          this text

From the environment: PORT, the bot's own port (usually 3978); DATA_DIR, where its records are kept (usually .data/).`;

/** Reads what stands after `npm run demo --`. `port` is the environment's PORT. */
export function demoOptions(args: readonly string[], port: string | undefined): DemoOptions {
  const rest = args.flatMap((arg) => (arg.startsWith('--ports=') ? ['--ports', arg.slice('--ports='.length)] : [arg]));
  const botPort = port === undefined || port === '' ? 3978 : readPort(port);
  let windowPorts: readonly number[] = USUAL_WINDOW_PORTS;
  while (rest.length > 0) {
    const option = rest.shift();
    if (option === '--help' || option === '-h') return { kind: 'help' };
    if (option !== '--ports') return wrong(`"${option}" is not an option of the demo; --help lists them.`);
    windowPorts = (rest.shift() ?? '').split(',').map(readPort);
  }
  return checked(botPort, windowPorts);
}

function checked(botPort: number, windowPorts: readonly number[]): DemoOptions {
  if (Number.isNaN(botPort)) return wrong('PORT must be a port number from 1 to 65535.');
  const [practitioner, approver, igLead, ...more] = windowPorts;
  if (practitioner === undefined || approver === undefined || igLead === undefined || more.length > 0)
    return wrong('--ports needs three port numbers, for example --ports 56150,56151,56152.');
  if (windowPorts.some(Number.isNaN)) return wrong('--ports needs port numbers from 1 to 65535.');
  if (new Set([botPort, ...windowPorts]).size !== 4)
    return wrong(`The bot (port ${botPort}) and the three windows need four different ports.`);
  return { kind: 'run', botPort, windowPorts: [practitioner, approver, igLead] };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return port >= 1 && port <= 65_535 ? port : Number.NaN;
}

const wrong = (problem: string): DemoOptions => ({ kind: 'wrong', problem });
