// The page, the recording calls and the store on one port, with a network that can be cut.
import { createServer } from 'node:http';

const types = { '/': 'text/html', '/page.js': 'text/javascript' };

export async function startServer(script, FakeServer) {
  const page =
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><canvas width="640" height="360"></canvas><script type="module" src="/page.js"></script>';
  const files = { '/': page, '/page.js': script };
  const lab = { network: 'UP', lives: [], hidden: [], facts: [], cameras: [], progress: undefined, order: undefined };
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => serve(request, response, Buffer.concat(parts)).catch(() => request.destroy()));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  lab.url = `http://127.0.0.1:${server.address().port}`;
  const fake = new FakeServer(`${lab.url}/store`);
  lab.fake = fake;
  lab.close = () => {
    server.closeAllConnections();
    server.close();
  };

  async function serve(request, response, body) {
    const { pathname } = new URL(request.url, lab.url);
    if (files[pathname] !== undefined) {
      response.setHeader('Content-Type', types[pathname]);
      response.setHeader('Cache-Control', 'max-age=600');
      response.end(files[pathname]);
    } else if (pathname.startsWith('/lab/')) {
      heed(pathname.slice('/lab/'.length), body, response);
    } else {
      await media(request, response, body);
    }
  }

  async function media(request, response, body) {
    if (lab.network === 'HANGING') return;
    if (lab.network === 'REFUSING') {
      request.destroy();
      return;
    }
    const type = request.headers['content-type'] ?? '';
    const content = body.length === 0 ? {} : { body: type.includes('json') ? body.toString() : new Uint8Array(body) };
    const answer = await fake.fetch(lab.url + request.url, {
      method: request.method,
      headers: request.headers,
      ...content,
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  function heed(what, body, response) {
    const said = body.length === 0 ? {} : JSON.parse(body);
    if (what === 'order') {
      lab.order = (order) => {
        response.end(order);
        lab.order = undefined;
      };
      return;
    }
    if (what === 'begun') lab.lives.push(said.begun);
    if (what === 'camera') lab.cameras.push(said.wall);
    if (what === 'hidden') lab.hidden.push(said.wall);
    if (what === 'fact') lab.facts.push(said);
    if (what === 'progress') lab.progress = said;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ serverTime: new Date().toISOString() }));
  }
  return lab;
}
