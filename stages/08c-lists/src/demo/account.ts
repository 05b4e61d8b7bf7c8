// Whoever looks at a demonstration signs in with these: they are no secret.
export const DEMO_ACCOUNT = { email: 'demo@example.com', password: 'try-the-tracker', name: 'Dana Demo' };
