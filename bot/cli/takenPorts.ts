import { connect, createServer } from 'node:net';

/** Those of the ports on which something on this machine listens already. */
export async function takenPorts(ports: readonly number[]): Promise<number[]> {
  const isTaken = await Promise.all(ports.map(taken));
  return ports.filter((_, index) => isTaken[index]);
}

/**
 * Both ways round: macOS lets 127.0.0.1 be taken beside a server that listens on every address, and a browser sent to
 * `localhost` may try ::1 first, so somebody answering there is in the way too.
 */
async function taken(port: number): Promise<boolean> {
  return (await answers(port, '127.0.0.1')) || (await answers(port, '::1')) || !(await canListen(port));
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const knock = connect({ port, host, timeout: 1_000 });
    const done = (answered: boolean) => {
      knock.destroy();
      resolve(answered);
    };
    knock.once('connect', () => done(true));
    knock.once('error', () => done(false));
    knock.once('timeout', () => done(false));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
