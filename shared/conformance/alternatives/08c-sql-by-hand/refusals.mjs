/* What can be wrong. An answer that is an error is thrown as one. */

export const refusal = (status, slug, title, detail, more = {}, headers = {}) => ({
  refused: true,
  status,
  slug,
  title,
  detail,
  more,
  headers,
});
export const unreadable = () =>
  refusal(400, 'malformed-json', 'That is not JSON', 'I could not read the body');
export const nowhere = () => refusal(404, 'not-found', 'Nothing there', 'Neither now nor, perhaps, ever');
export const foreign = () =>
  refusal(415, 'unsupported-media-type', 'Not JSON', 'Only application/json, please');
export const stranger = (detail = 'Sign in first') =>
  refusal(401, 'unauthenticated', 'Who are you?', detail, {}, { 'www-authenticate': 'Bearer' });
export const forbidden = () => refusal(403, 'forbidden', 'Not for you', 'Only an admin may do that');
export const away = () =>
  refusal(503, 'unavailable', 'Not now', 'The data cannot be reached', {}, { 'retry-after': '1' });
export const broken = (errors) =>
  refusal(422, 'validation', 'Against the rules', errors.map(({ message }) => message).join(', '), {
    errors,
  });

export function raise(problem) {
  throw problem;
}
