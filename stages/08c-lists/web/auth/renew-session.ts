// What renews a session is out of reach of scripts, and goes to /auth alone: the browser sends it along. Answers with
// the status: 204 when it went well, 401 when one has to sign in again.
export async function renewSession(): Promise<number> {
  const { status } = await fetch('/auth/renew', { method: 'POST' });
  return status;
}

// For what scripts ask the pages: with a new session, where the old one has ended.
export async function fetchSignedIn(path: string, options: RequestInit): Promise<Response> {
  const response = await fetch(path, options);
  const renewed = response.status === 401 && (await renewSession()) === 204;
  return renewed ? fetch(path, options) : response;
}
