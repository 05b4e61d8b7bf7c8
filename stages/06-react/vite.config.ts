import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

// In development Vite serves the page and passes on what belongs to the tracker, which listens at PORT as ever.
const { PORT = '3000' } = loadEnv('', import.meta.dirname, 'PORT');
const tracker = `http://127.0.0.1:${PORT}`;

export default defineConfig({
  root: 'web',
  plugins: [react(), tailwindcss()],
  build: { outDir: '../dist', emptyOutDir: true },
  server: {
    fs: { allow: ['..'] },
    // /tasks and /tasks/1 are the tracker's, /tasks/task-list.tsx is the page's.
    proxy: { '^/(tasks|leads)(/[^./]*)?(\\?.*)?$': tracker, '^/(docs|openapi.json)': tracker },
  },
  // Node runs the server's files, in tests of the page too.
  test: {
    root: '.',
    testTimeout: 30_000,
    server: { deps: { external: [/\/src\/((tasks|leads)\/)?[a-z-]+\.ts$/] } },
  },
});
