import './app/guard.ts';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { startTexts } from './app/i18n.ts';
import { rescueClient } from './app/rescue/client.ts';
import { RescuePage } from './app/rescue/page.tsx';
import { applyLook, useSession } from './app/session.ts';
import { bridgeTransport, enterLoopback, loopbackTransport } from './app/transport.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';

startTexts(useSession.getState().language);
applyLook();

if (window.station === undefined) await enterLoopback();
const client = rescueClient(
  window.station === undefined ? loopbackTransport() : bridgeTransport(window.station),
);
const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="zh-CN">
      <RescuePage client={client} onOpened={() => window.location.replace('/index.html')} />
    </I18nProvider>
  </StrictMode>,
);
