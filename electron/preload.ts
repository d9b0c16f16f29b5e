import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

/**
 * The bridge, whole: two named functions. The page never sees `ipcRenderer` nor an event object
 * (Electron's list, item 20).
 */
contextBridge.exposeInMainWorld('station', {
  call: (name: string, envelope: unknown): Promise<unknown> =>
    ipcRenderer.invoke('station:call', name, envelope),
  listen: (listener: (news: unknown) => void): (() => void) => {
    const relay = (_event: IpcRendererEvent, news: unknown) => listener(news);
    ipcRenderer.on('station:news', relay);
    // In braces: `removeListener` answers `ipcRenderer` itself, which must not reach the page.
    return () => {
      ipcRenderer.removeListener('station:news', relay);
    };
  },
});
