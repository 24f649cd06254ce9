// The product with each of its parts in a process of its own, so that each can fail alone: PostgreSQL, Redis, the store
// behind a gate, and the server. What comes back comes back on the same port, with the same data.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Gate } from './gate.mjs';
import { until } from './until.mjs';

const root = resolve(import.meta.dirname, '../../..');
const scripts = join(root, 'server-config/target/local-services');
const wildfly = join(root, 'ear/target/server');
const secret = () => randomBytes(20).toString('hex');

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export class Services {
  #folder;
  #ports = {};
  #environment;
  #store;
  #redis;
  #server;
  #database;
  #gate;
  demo;

  constructor(folder) {
    this.#folder = folder;
  }

  get ports() {
    return this.#ports;
  }

  async start() {
    for (const part of ['store', 'redis', 'log', 'server']) mkdirSync(join(this.#folder, part), { recursive: true });
    for (const part of ['http', 'console', 'store', 'gate', 'redis', 'database']) this.#ports[part] = await freePort();
    const redis = secret();
    this.#environment = {
      ...process.env,
      KNIGHTSWATCH_SECRET_KEY: randomBytes(32).toString('hex'),
      KNIGHTSWATCH_STORE_ACCESS_KEY: 'local',
      KNIGHTSWATCH_STORE_SECRET_KEY: secret(),
      KNIGHTSWATCH_STORE_BUCKET: 'knights-watch',
      KNIGHTSWATCH_STORE_ENDPOINT: `http://127.0.0.1:${this.#ports.gate}`,
      REDIS_PASSWORD: redis,
      KNIGHTSWATCH_REDIS_URL: `redis://:${redis}@127.0.0.1:${this.#ports.redis}`,
      KNIGHTSWATCH_DB_DRIVER: 'postgresql.jar',
      KNIGHTSWATCH_DB_URL: `jdbc:postgresql://127.0.0.1:${this.#ports.database}/postgres`,
      KNIGHTSWATCH_DB_USER: 'knightswatch',
      KNIGHTSWATCH_DB_PASSWORD: 'none',
      KNIGHTSWATCH_DEMO_FILE: join(this.#folder, 'demo.json'),
      KNIGHTSWATCH_DEMO_URL: `http://127.0.0.1:${this.#ports.http}`,
    };
    this.#gate = new Gate(this.#ports.gate, this.#ports.store);
    await this.#gate.listen();
    this.#makeDatabase();
    await Promise.all([this.#startDatabase(), this.#startRedis(), this.#startStore()]);
    await this.#startServer();
    this.demo = JSON.parse(readFileSync(join(this.#folder, 'demo.json')));
  }

  /** Breaks something, waits, and mends it; a server that was killed is back when this ends. */
  async strike(kind, millis) {
    const [begin, end] = this.#faults()[kind];
    await begin();
    await new Promise((done) => setTimeout(done, millis));
    await end();
  }

  #faults() {
    return {
      'store refuses': [() => this.#gate.refuse(), () => this.#gate.open()],
      'store crawls': [() => this.#gate.crawl(), () => this.#gate.open()],
      'store hangs': [() => this.#store.kill('SIGSTOP'), () => this.#store.kill('SIGCONT')],
      'store killed': [() => kill(this.#store), () => this.#startStore()],
      'redis killed': [() => killGroup(this.#redis), () => this.#startRedis()],
      'redis hangs': [() => process.kill(-this.#redis.pid, 'SIGSTOP'), () => process.kill(-this.#redis.pid, 'SIGCONT')],
      'database killed': [() => killGroup(this.#database), () => this.#startDatabase()],
      'server killed': [() => kill(this.#server), () => this.#startServer()],
    };
  }

  async stop() {
    if (this.#server !== undefined) await kill(this.#server);
    for (const one of [this.#store, this.#redis, this.#database]) if (one !== undefined) await killGroup(one);
    this.#gate?.close();
  }

  #run(name, command, parameters, options = {}) {
    const log = openSync(join(this.#folder, 'log', `${name}.log`), 'a');
    const stdio = ['pipe', log, log];
    const child = spawn(command, parameters, { stdio, env: this.#environment, detached: true, ...options });
    child.gone = new Promise((done) => child.once('exit', done));
    return child;
  }

  #logHas(name, word) {
    const log = join(this.#folder, 'log', `${name}.log`);
    return existsSync(log) ? readFileSync(log, 'utf8').split(word).length - 1 : 0;
  }

  async #startStore() {
    const before = this.#logHas('store', 'READY');
    const { store } = this.#ports;
    this.#store = this.#run('store', 'sh', [join(scripts, 'store.sh'), String(store), join(this.#folder, 'store')]);
    await until(() => this.#logHas('store', 'READY') > before, 'the store is there');
  }

  async #startRedis() {
    const before = this.#logHas('redis', 'Ready to accept');
    const { redis } = this.#ports;
    this.#redis = this.#run('redis', 'sh', [join(scripts, 'redis.sh'), String(redis), join(this.#folder, 'redis')]);
    await until(() => this.#logHas('redis', 'Ready to accept') > before, 'Redis is there');
  }

  #makeDatabase() {
    const cluster = join(this.#folder, 'database');
    rmSync(cluster, { recursive: true, force: true });
    mkdirSync(cluster);
    this.#giveToPostgres(cluster);
    const made = spawnSync(
      ...this.#postgres('initdb', ['-D', cluster, '-U', 'knightswatch', '-A', 'trust', '-N', '-E', 'UTF8']),
    );
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  }

  async #startDatabase() {
    const before = this.#logHas('database', 'ready to accept');
    const settings = [
      `port=${this.#ports.database}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
    ];
    const parameters = ['-D', join(this.#folder, 'database'), ...settings.flatMap((setting) => ['-c', setting])];
    this.#database = this.#run('database', ...this.#postgres('postgres', parameters));
    await until(() => this.#logHas('database', 'ready to accept') > before, 'the database is there');
  }

  /** It refuses to run as root. */
  #postgres(program, parameters) {
    const homes = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => b - a) : [];
    const found = homes.map((home) => `/usr/lib/postgresql/${home}/bin/${program}`).find(existsSync) ?? program;
    if (process.getuid() !== 0) return [found, parameters];
    return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', found, ...parameters]];
  }

  #giveToPostgres(cluster) {
    if (process.getuid() === 0) spawnSync('chown', ['-R', 'postgres', cluster]);
  }

  async #startServer() {
    const base = join(this.#folder, 'server');
    for (const part of ['configuration', 'deployments', 'tmp'])
      rmSync(join(base, part), { recursive: true, force: true });
    for (const part of ['configuration', 'deployments'])
      cpSync(join(wildfly, 'standalone', part), join(base, part), { recursive: true });
    cpSync(join(root, 'ear/target/knights-watch.ear'), join(base, 'deployments/knights-watch.ear'));
    const { http, console: management } = this.#ports;
    const parameters = [
      ...['-Xms64m', '-Xmx512m', '-XX:+UseSerialGC', '-Xss512k'],
      ...[`-Djboss.home.dir=${wildfly}`, `-Djboss.server.base.dir=${base}`],
      ...['-Djava.util.logging.manager=org.jboss.logmanager.LogManager', '-jar', join(wildfly, 'jboss-modules.jar')],
      ...['-mp', join(wildfly, 'modules'), 'org.jboss.as.standalone', '-b=127.0.0.1', '-bmanagement=127.0.0.1'],
      ...[`-Djboss.http.port=${http}`, `-Djboss.management.http.port=${management}`],
    ];
    this.#server = this.#run('server', 'java', parameters);
    const marker = join(base, 'deployments/knights-watch.ear');
    await until(
      () => existsSync(`${marker}.deployed`) || existsSync(`${marker}.failed`),
      'the server is there',
      300_000,
    );
    if (existsSync(`${marker}.failed`)) throw new Error(`The server did not start: see ${this.#folder}/log/server.log`);
  }
}

async function kill(child) {
  child.kill('SIGKILL');
  await child.gone;
}

async function killGroup(child) {
  process.kill(-child.pid, 'SIGCONT');
  process.kill(-child.pid, 'SIGKILL');
  await child.gone;
}
