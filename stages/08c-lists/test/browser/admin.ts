// Whom the tracker of the flows makes an admin when it starts.
export const ADMIN = { email: 'admin@example.com', password: 'a long enough one' };
