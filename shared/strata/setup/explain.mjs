// Why an install failed, in a sentence, and where to read the rest.
const OFFLINE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;
const REASONS = [
  [OFFLINE, 'the packages could not be downloaded. Is this machine online, or does npm need a proxy?'],
  [
    /CERT|SSL/,
    'the certificate of the package registry was not accepted. Does your network need one of its own?',
  ],
  [/\bE40[13]\b/, 'the package registry refused this machine. Does npm need to sign in (npm login)?'],
  [/\bENOSPC\b/, 'the disk is full.'],
  [/\b(EACCES|EPERM|EROFS)\b/, 'some files here may not be written. Do they belong to another user?'],
  [/\bEDUPLICATEWORKSPACE\b|must not have multiple workspaces/, 'two packages have the same name.'],
  [/\bEUSAGE\b/, 'package.json and package-lock.json do not agree: run "npm install" and commit the latter.'],
  [/\bEJSONPARSE\b/, 'a package.json is not valid JSON.'],
];
const LINES = 8;

/** The text for a failed install: { status, output, log } of npm, or an { error } that was thrown. */
export function explain({ status, output = '', error, log }) {
  if (status === 'missing')
    return 'Strata: npm was not found. It comes with Node.js: see https://nodejs.org.';
  if (['SIGINT', 'SIGTERM', 'SIGHUP'].includes(status)) {
    return 'Strata: stopped before everything was installed. Run the same command again to go on.';
  }
  const text = error ? String(error.message) : output;
  const known = REASONS.find(([pattern]) => pattern.test(text));
  if (error) return `Strata: nothing was installed: ${known ? `${known[1]} (${error.path})` : text}`;
  if (status === 'no-node') {
    return `Strata: the pinned Node does not start on this machine.\n\n  everything npm said: ${log}`;
  }

  // npm says what went wrong first and then how it is used; anything else says it last.
  const complaints = output.split('\n').filter((line) => /^npm (error|ERR!) *\S/.test(line));
  const lines = complaints.length > 0 ? complaints.slice(0, LINES) : output.trim().split('\n').slice(-LINES);
  return [
    `Strata: the setup did not finish: ${known ? known[1] : 'npm failed.'}`,
    '',
    ...lines.map((line) => `    ${line}`),
    '',
    `  everything npm said: ${log}`,
    '  Run the same command again to go on.',
  ].join('\n');
}
