import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { openSession } from './open-session';
import './style.css';

const endpoint = await openSession();
createRoot(document.body).render(
  <StrictMode>
    <App endpoint={endpoint} />
  </StrictMode>,
);
