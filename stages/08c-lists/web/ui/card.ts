export const CARD = 'rounded-xl border border-line bg-surface shadow-card';
