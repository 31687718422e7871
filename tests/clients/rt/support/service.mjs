// `amends serve`, and before it a door that RT knocks at: the door notes what is asked, and can
// be shut, or keep whoever knocks waiting.
import {execFileSync, spawn} from 'node:child_process';
import {createServer, request} from 'node:http';
import {rmSync} from 'node:fs';
import path from 'node:path';
import {buildFolder, command} from '../../browser/support/places.mjs';
import {ends, until} from './waiting.mjs';

export class Service {
  // What was asked, in its order: {headers, record}.
  questions = [];
  // What the door does in place of asking the service: answer(response), if it is set.
  instead = null;

  static async start() {
    const service = new Service();
    service.overridesFile = path.join(buildFolder('rt-service'), 'overrides.db');
    for (const end of ['', '.key', '-wal', '-shm']) {
      rmSync(service.overridesFile + end, {force: true});
    }
    await service.#serve();
    await service.open();
    return service;
  }

  async #serve() {
    this.process = spawn(command, ['serve', '--port', '0', '--quiet', '--overrides',
                                   this.overridesFile], {stdio: ['ignore', 'pipe', 'inherit']});
    let said = '';
    this.process.stdout.setEncoding('utf8').on('data', (piece) => { said += piece; });
    await until('the service runs', () => /http:\/\/\S+:\d+/.test(said));
    this.address = /http:\/\/[^\s/]+:\d+/.exec(said)[0];
  }

  // The door is there, at the same place as before.
  async open() {
    this.door = createServer((asked, answer) => this.#pass(asked, answer));
    await new Promise((resolve) => { this.door.listen(this.port ?? 0, '127.0.0.1', resolve); });
    this.port = this.door.address().port;
    this.url = `http://127.0.0.1:${this.port}`;
  }

  // Nobody is there.
  async shut() {
    this.door.closeAllConnections?.();
    await new Promise((resolve) => { this.door.close(resolve); });
  }

  async stop() {
    await this.shut();
    await ends(this.process);
  }

  // What `amends overrides` lists.
  overrides() {
    const lines = execFileSync(command, ['overrides', '--file', this.overridesFile,
                                         '--format', 'jsonl'], {encoding: 'utf8'});
    return lines.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }

  async #pass(asked, answer) {
    let body = '';
    for await (const piece of asked.setEncoding('utf8')) body += piece;
    this.questions.push({headers: asked.headers, record: JSON.parse(body)});
    if (this.instead) return this.instead(answer);
    const {host, ...headers} = asked.headers;
    const onward = request(this.address + asked.url, {method: asked.method, headers}, (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    onward.end(body);
  }
}
