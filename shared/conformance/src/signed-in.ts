import { PASSWORD } from './people.ts';

const JSON_TYPE = "-H 'content-type: application/json'";
const ACCESS = `'"$(awk '$6=="access"{print $7}' ana.jar)"'`;

/**
 * The commands that repeat something, on a tracker where people sign in: a jar of cookies that is used is filled first.
 * `owned`: what leaves open whose request it is, as everything did before there were accounts, becomes Ana's.
 */
export function repeatSignedIn(again: string, owned: boolean): string {
  const lines = again.split('\n').map((line) => (owned ? asAna(line) : line));
  const names = new Set(
    lines.flatMap((line) =>
      [...line.matchAll(/\b(\w+)\.jar\b|\bsigned in as (\w+)@/g)].map(
        ([, jar, person]) => jar ?? person ?? '',
      ),
    ),
  );
  const filled = lines.flatMap((line) => [...line.matchAll(/-c (\w+)\.jar\b/g)].map(([, name]) => name));
  const first = [...names].filter((name) => !filled.includes(name)).map(fillJar);
  return [...first, ...lines].join('\n');
}

function asAna(line: string): string {
  const curl = line.replaceAll(
    /\bcurl (?!.* -b )(?=[^|;&]*\blocalhost:3000\/(?:tasks|leads)\b)/g,
    'curl -b ana.jar ',
  );
  return curl.replaceAll('Host: localhost\\r\\n', `Host: localhost\\r\\nCookie: access=${ACCESS}\\r\\n`);
}

function fillJar(name: string): string {
  if (name === 'admin') {
    const body = '{\\"email\\":\\"$ADMIN_EMAIL\\",\\"password\\":\\"$ADMIN_PASSWORD\\"}';
    return `curl -s -c admin.jar localhost:3000/auth/login ${JSON_TYPE} -d "${body}"`;
  }
  const account = {
    email: `${name}@example.com`,
    password: PASSWORD,
    name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
  };
  return `curl -s -c ${name}.jar localhost:3000/auth/register ${JSON_TYPE} -d '${JSON.stringify(account)}'`;
}
