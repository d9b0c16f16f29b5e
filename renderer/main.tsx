import './app/guard.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { createClient } from './app/client.ts';
import { stationNow, watchStationClock } from './app/clock.ts';
import { listenToShortcuts } from './app/commands.ts';
import { startTexts } from './app/i18n.ts';
import { ClientContext, type StationOperations } from './app/operations.ts';
import { createQueryClient, followPushes } from './app/query.ts';
import { createStationRouter } from './app/router.tsx';
import { takeSample } from './app/samples.ts';
import { offerPhoto } from './app/scan/card-photo.ts';
import { explainScan } from './app/scan/explain.ts';
import { createSounds } from './app/scan/sounds.ts';
import { standardProfile } from './app/scan/wedge.ts';
import { listenToWedge } from './app/scan/wedge-listener.ts';
import { createScanRouter, installScanRouter } from './app/scan-router.ts';
import { applyLook, useSession } from './app/session.ts';
import { bridgeTransport, enterLoopback, loopbackTransport } from './app/transport.ts';
import { installAftercare } from './features/aftercare/install.ts';
import { installCalls } from './features/calls/install.ts';
import { installCollection } from './features/collection/install.ts';
import { installDemo } from './features/demo/install.ts';
import { installEmergency } from './features/emergency/install.ts';
import { installHelp } from './features/help/install.ts';
import { installKiosk } from './features/kiosk/install.ts';
import { installOperators } from './features/operators/install.ts';
import { installQuality } from './features/quality/install.ts';
import { installScanning } from './features/scanning/install.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';

installOperators();
installEmergency();
installKiosk();
installCollection();
installCalls();
installQuality();
installAftercare();
installDemo();
installHelp();
installScanning();
startTexts(useSession.getState().language);
applyLook();

if (window.station === undefined) await enterLoopback();
const transport =
  window.station === undefined ? loopbackTransport() : bridgeTransport(window.station);
const client = createClient<StationOperations>({
  transport,
  token: () => useSession.getState().kiosk?.token ?? useSession.getState().user?.token,
  newId: () => crypto.randomUUID(),
});
const queries = createQueryClient();
watchStationClock(queries);
const scans = createScanRouter({
  now: () => performance.now(),
  at: stationNow,
  play: createSounds().play,
  echo: (deviceId, verdict) => void client.command('scanning.tellScanner', { deviceId, verdict }),
  explain: explainScan,
});
installScanRouter(scans);

// Order matters: a scanner's keys are taken out before any shortcut can see them.
listenToWedge(
  window,
  () => standardProfile,
  (result) => {
    const source = { kind: 'wedge', device: 'keyboard' } as const;
    if (result.kind === 'scan') void scans.accept(result.raw, source);
    else scans.reject(result.kind === 'tooLong' ? '' : result.raw, source, `scan.${result.kind}`);
  },
);
listenToShortcuts(window);
followPushes(transport, queries, (message) => {
  if (message.kind === 'sample') return takeSample(message.sample);
  const { device, raw, aim, echoTo, photo } = message.scan;
  offerPhoto(raw, photo);
  void scans.accept(raw, { kind: 'serial', device, echoTo }, aim);
});

// Names and numbers must not wait for their face on the first screen that shows them.
for (const weight of [400, 500, 600])
  void document.fonts.load(`${weight} 16px "Noto Sans SC"`, '中');

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
const router = createStationRouter();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ClientContext.Provider value={client}>
        <I18nProvider locale="zh-CN">
          <RouterProvider router={router} />
        </I18nProvider>
      </ClientContext.Provider>
    </QueryClientProvider>
  </StrictMode>,
);
