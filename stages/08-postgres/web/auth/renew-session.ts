// What renews a session is out of reach of scripts, and goes to /auth alone: the browser sends it along. Answers with
// the status: 204 when it went well, 401 when one has to sign in again.
export async function renewSession(): Promise<number> {
  const { status } = await fetch('/auth/renew', { method: 'POST' });
  return status;
}
