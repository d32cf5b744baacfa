/** A connector that fails: of the calls it gets, each second one is refused and the others are never answered. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let number = 0;
const server = createServer((request, response) => {
  request.resume();
  if (++number % 2 === 1) return;
  response.writeHead(500, { 'content-type': 'application/json' });
  response.end('{"error":{"code":"ServiceError"}}');
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
