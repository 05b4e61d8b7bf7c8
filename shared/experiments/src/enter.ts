import { Failure } from '../../conformance/src/failure.ts';
import type { Instance } from '../../conformance/src/instance.ts';
import { PASSWORD, type Session } from '../../conformance/src/people.ts';

/** Whose requests these are; nobody's where a tracker has no accounts. */
export type Whose = Session | 'nobody';

/** Registers somebody, or signs them in where they have; nobody where there is no registration. Throws a Failure. */
export async function enter(server: Instance, name: 'ana' | 'ben'): Promise<Whose> {
  const email = `${name}@example.com`;
  try {
    return await server.newcomer(name, email);
  } catch (error) {
    const status = error instanceof Failure ? error.facts.came.slice(0, 3) : '';
    if (status === '404') return 'nobody';
    if (status !== '409') throw error;
    return server.signIn({ name, email, password: PASSWORD });
  }
}
