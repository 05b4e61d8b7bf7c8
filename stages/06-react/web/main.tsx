import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ignoreRepeatedPresses } from './press.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no element #root');

ignoreRepeatedPresses();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
