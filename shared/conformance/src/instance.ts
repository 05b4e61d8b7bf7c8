import { type Child, type Ended, pause } from './child.ts';
import { Failure } from './failure.ts';
import { type Answer, type Connection, HttpClient, type RequestOptions } from './http.ts';
import { type Name, PASSWORD, type Person, register, type Session, signIn } from './people.ts';
import { type Listener, listenersOf, processesOfGroup } from './process-table.ts';
import { describeEnd, lastWords } from './start-problem.ts';
import { quoteWord } from './words.ts';

interface Traits {
  readonly pagePort?: number;
  readonly settings?: Readonly<Record<string, string>>;
  readonly accounts?: boolean;
}

/** A running server of the tracker. */
export class Instance {
  readonly port: number;
  /** Where its page is served; the same as `port` when that is one server. */
  readonly pagePort: number;
  readonly child: Child;
  /** What it was told beside its ports: where its database is, what it signs with. */
  readonly settings: Readonly<Record<string, string>>;
  readonly #client: HttpClient;
  /** Whether one has to sign in. */
  readonly accounts: boolean;
  #owner: Promise<Person> | undefined;

  /** `accounts`: whoever wants something of it has to sign in. */
  constructor(child: Child, port: number, { pagePort = port, settings = {}, accounts = false }: Traits = {}) {
    this.child = child;
    this.settings = settings;
    this.port = port;
    this.pagePort = pagePort;
    this.accounts = accounts;
    this.#client = new HttpClient(port);
  }

  /**
   * Whose requests these are unless they say otherwise; undefined where nobody has to sign in. Ana registers when this
   * is asked for the first time. Throws a Failure when that is not done.
   */
  async owner(): Promise<Person | undefined> {
    if (!this.accounts) return undefined;
    this.#owner ??= this.#enter('ana', 'ana@example.com');
    return this.#owner;
  }

  /** Registers somebody nobody has heard of. Throws a Failure when that is not done. */
  newcomer(name: Exclude<Name, 'admin'>, email: string): Promise<Person> {
    return register(this.#post, name, email);
  }

  /** Signs somebody in once more. Throws a Failure when that is not done. */
  signIn(who: Pick<Person, 'name' | 'email' | 'password'>): Promise<Person> {
    return signIn(this.#post, who);
  }

  /** The admin whom it was told of, signed in. Throws a Failure when that is not done. */
  signInAdmin(): Promise<Person> {
    const { ADMIN_EMAIL: email = '', ADMIN_PASSWORD: password = '' } = this.settings;
    return this.signIn({ name: 'admin', email, password });
  }

  /**
   * One request, the owner's unless it says otherwise. Throws a Failure when no answer comes in time, and says so when
   * the tracker ended meanwhile.
   */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const as: Session | 'nobody' = options.as ?? (await this.owner()) ?? 'nobody';
    try {
      return await this.#client.request(method, path, { ...options, as });
    } catch (error) {
      throw error instanceof Failure ? await this.explainDeath(error) : error;
    }
  }

  /** A request to where its page is served, with a browser's cookies. Throws a Failure like `request`. */
  async requestPage(
    method: 'GET' | 'HEAD',
    path: string,
    cookies: readonly { readonly name: string; readonly value: string }[] = [],
  ): Promise<Answer> {
    const client = this.pagePort === this.port ? this.#client : new HttpClient(this.pagePort);
    const pairs = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const signedIn = pairs !== '';
    try {
      const answer = await client.request(method, path, {
        limit: 5000,
        ...(signedIn && { headers: { Cookie: pairs } }),
      });
      answer.again = `curl ${method === 'HEAD' ? '-I' : '-i'} ${signedIn ? '-b ana.jar ' : ''}${quoteWord(`http://localhost:3000${path}`)}`;
      return answer;
    } catch (error) {
      throw error instanceof Failure ? await this.explainDeath(error) : error;
    } finally {
      if (client !== this.#client) client.close();
    }
  }

  /** A raw connection, the owner's. Throws a Failure when it is refused. */
  async connect(): Promise<Connection> {
    const owner = await this.owner();
    try {
      return await this.#client.connect((failure) => this.explainDeath(failure), owner);
    } catch (error) {
      throw error instanceof Failure ? await this.explainDeath(error) : error;
    }
  }

  /** What it has printed so far. */
  get stdout(): string {
    return this.child.stdout.text;
  }

  get stderr(): string {
    return this.child.stderr.text;
  }

  /** Settles when the process has ended. */
  get exited(): Promise<Ended> {
    return this.child.exited;
  }

  /** Where its processes listen (Linux; undefined elsewhere). */
  listeners(): Listener[] | undefined {
    return listenersOf(processesOfGroup(this.child.pid).map(({ pid }) => pid));
  }

  /** Sends a signal to the process alone. */
  signal(name: NodeJS.Signals): void {
    this.child.signal(name);
  }

  /** Closes the client's kept connections, sends the signal, and by force after `grace` ms. */
  stop(signal: NodeJS.Signals = 'SIGTERM', grace = 2000): Promise<Ended> {
    this.#client.close();
    return this.child.stop(signal, grace);
  }

  /** The same failure, or, when the process has ended, one that says so with its last words. */
  async explainDeath(failure: Failure): Promise<Failure> {
    for (
      let waited = 0;
      waited < 500 && this.child.ended === undefined && /clos|refus|reset/i.test(failure.facts.came);
      waited += 5
    ) {
      await pause(5);
    }
    if (this.child.ended === undefined) return failure;
    const came = `nothing: the tracker ended in the middle (${describeEnd(this.child.ended)}).\n${lastWords(this)}`;
    return new Failure({ ...failure.facts, came });
  }

  readonly #post = (path: string, json: object): Promise<Answer> =>
    this.request('POST', path, { json, as: 'nobody' });

  // Two servers on one database: at the second the account is there already.
  async #enter(name: Exclude<Name, 'admin'>, email: string): Promise<Person> {
    try {
      return await this.newcomer(name, email);
    } catch (error) {
      const taken = error instanceof Failure && error.facts.came.startsWith('409');
      if (!taken) throw error;
      return this.signIn({ name, email, password: PASSWORD });
    }
  }
}
