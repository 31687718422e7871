// A Request Tracker of its own: Debian's program with the extension from this tree, and a
// configuration, an SQLite database and an outbox in a folder of the build folder.
import {execFile, spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import path from 'node:path';
import {promisify} from 'node:util';
import {buildFolder, source} from '../../browser/support/places.mjs';
import {decodedMails} from './outbox.mjs';
import {ends, until} from './waiting.mjs';

const program = '/usr/share/request-tracker5/libexec/rt-server';
const run = promisify(execFile);

// A port that was free a moment ago.
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// What RT is told; `settings` are lines of Perl.
function configuration(folder, port, settings) {
  const perl = (name) => `'${path.join(folder, name)}'`;
  return `
    Set($rtname, 'desk.example');
    Set($Organization, 'desk.example');
    Set($CorrespondAddress, 'help@desk.example');
    Set($CommentAddress, 'notes@desk.example');
    Set($WebDomain, '127.0.0.1');
    Set($WebPort, ${port});
    Set($DatabaseType, 'SQLite');
    Set($DatabaseName, ${perl('rt.db')});
    Set($Timezone, 'UTC');
    Set($MailCommand, 'mbox');
    Set($LogToSyslog, undef);
    Set($LogToSTDERR, 'info');
    $RT::VarPath = ${perl('var')};
    $RT::MasonDataDir = ${perl('mason')};
    $RT::MasonSessionDir = ${perl('sessions')};
    $RT::LocalPluginPath = ${perl('plugins')};
    Plugin('RT::Extension::Amends');
    ${settings}
    1;
  `;
}

export class Desk {
  // Sets it up anew and starts it; `settings` are lines of Perl for its configuration.
  static async start(settings) {
    if (!existsSync(program)) {
      throw new Error('The tests of Request Tracker need it: scripts/install-packages clients');
    }
    const folder = buildFolder('rt');
    rmSync(folder, {recursive: true, force: true});
    for (const name of ['var', 'mason', 'sessions', 'plugins']) {
      mkdirSync(path.join(folder, name), {recursive: true});
    }
    symlinkSync(path.join(source, 'integrations/rt'),
                path.join(folder, 'plugins/RT-Extension-Amends'));
    const desk = new Desk(folder, await freePort());
    const config = path.join(folder, 'RT_SiteConfig.pm');
    writeFileSync(config, configuration(folder, desk.port, settings));
    const env = {...process.env, RT_SITE_CONFIG: config, RT_SITE_CONFIG_DIR: '/dev/null'};
    const setUp = (...words) => run('/usr/sbin/rt-setup-database-5', words, {env});
    await setUp('--action', 'init', '--skip-create');
    await setUp('--action', 'insert', '--datafile',
                path.join(source, 'tests/clients/rt/support/people.pl'));
    desk.#serve(env);
    await until('RT answers', async () => (await fetch(desk.url)).ok);
    return desk;
  }

  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.log = '';
    this.tickets = 0;
  }

  #serve(env) {
    this.process = spawn(program, ['--host', '127.0.0.1', '--port', String(this.port),
                                   '--max-workers', '2'], {env, stdio: ['ignore', 'pipe', 'pipe']});
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.setEncoding('utf8').on('data', (piece) => { this.log += piece; });
    }
  }

  async stop() {
    await ends(this.process);
    writeFileSync(path.join(this.folder, 'server.log'), this.log);
  }

  // A mail of a customer comes in, as from the mail server.
  async receive(mail) {
    const body = new URLSearchParams({queue: 'General', action: 'correspond',
                                      SessionType: 'REST', message: mail});
    const answer = await fetch(`${this.url}/REST/1.0/NoAuth/mail-gateway`, {method: 'POST', body});
    const said = await answer.text();
    if (said.trim() !== 'ok') throw new Error(`RT did not take the mail: ${said}`);
  }

  // The number of the ticket that a mail opens.
  async openTicket(mail) {
    await this.receive(mail);
    this.tickets += 1;
    return this.tickets;
  }

  // All mails that went out. Each of RT's processes has an outbox of its own.
  outbox() {
    const folder = path.join(this.folder, 'var');
    return readdirSync(folder).filter((name) => name.endsWith('.mbox')).sort()
      .flatMap((name) => decodedMails(readFileSync(path.join(folder, name), 'latin1')));
  }
}
