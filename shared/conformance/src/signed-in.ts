import { PASSWORD } from './people.ts';

const JSON_TYPE = "-H 'content-type: application/json'";
const ACCESS = `'"$(awk '$6=="access"{print $7}' ana.jar)"'`;

/**
 * The commands that repeat something, on a tracker where people sign in: a jar of cookies that is used is filled first.
 * `owned`: what leaves open whose request it is, as everything did before there were accounts, becomes Ana's.
 */
export function repeatSignedIn(again: string, owned: boolean): string {
  // Whoever was new to the run is the first of that name on a tracker started afresh.
  const plain = again.replaceAll(/\b(ana|ben|cleo)\.\w{6}@example\.com\b/g, '$1@example.com');
  const lines = plain.split('\n').map((line) => (owned ? asAna(line) : line));
  const all = lines.join('\n');
  const jars = [...all.matchAll(/\b(\w+)\.jar\b|\b(ana|ben|cleo)@example\.com\b/g)];
  const names = new Set(jars.map(([, jar, person]) => jar ?? person ?? ''));
  const filled = [...all.matchAll(/-c (\w+)\.jar\b/g)].map(([, name]) => name);
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
