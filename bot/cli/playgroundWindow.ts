/**
 * One Agents Playground window, kept to this machine. By itself it listens on every address, and whoever reached it
 * could speak to the bot as the person of that window.
 */
import { Server } from 'node:net';

const listen = Server.prototype.listen as (this: Server, ...args: unknown[]) => Server;

function listenHere(this: Server, port: unknown, ...rest: unknown[]): Server {
  const names = typeof port === 'number' && typeof rest[0] !== 'string' ? ['127.0.0.1'] : [];
  return listen.call(this, port, ...names, ...rest);
}

Server.prototype.listen = listenHere as typeof Server.prototype.listen;
await import(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
