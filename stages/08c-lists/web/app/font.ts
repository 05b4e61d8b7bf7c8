import localFont from 'next/font/local';

// Served from here, not from somebody else's server; the file is that of npm's @fontsource-variable/inter 5.3.0 (OFL). Next.js
// gives the font that stands in for it the same measures, so that nothing moves when it arrives.
export const inter = localFont({ src: './inter.woff2', weight: '100 900', variable: '--font-inter' });
