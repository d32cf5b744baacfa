/** A connector that takes everything and does nothing; `GET /last` gives the last activity it took. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let last = '{}';
let number = 0;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') return response.end(last);
    last = Buffer.concat(chunks).toString();
    return response.end(`{"id":"activity-${++number}"}`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
