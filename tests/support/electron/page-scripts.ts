/**
 * What runs inside the page so that the real preload meets real worlds: Chromium's isolated world for
 * the preload, its main world for the page, and between them only what structured clone lets through.
 * Both scripts run before any script of the page; the preload only in the main frame, as Electron does.
 */

/** Main world: makes the API that the preload exposes, one function for each of its functions. */
export const MAIN_WORLD = `(() => {
  if (window !== window.top) return;
  const target = new MessageChannel().port1;
  const listeners = new Map();
  let last = 0;
  const ask = (detail) => {
    let answer;
    const take = (event) => { answer = event.detail; };
    target.addEventListener('answer', take, { once: true });
    target.dispatchEvent(new CustomEvent('ask', { detail }));
    return answer;
  };
  const waiting = new Map();
  target.addEventListener('settled', ({ detail }) => {
    const { resolve, reject } = waiting.get(detail.id);
    waiting.delete(detail.id);
    if (detail.error === undefined) resolve(detail.value);
    else reject(new Error(detail.error));
  });
  target.addEventListener('callback', ({ detail }) => listeners.get(detail.id)(...detail.args));
  const sent = (value) => {
    if (typeof value !== 'function') return { value: structuredClone(value) };
    last += 1;
    listeners.set(last, value);
    return { callback: last };
  };
  const received = (answer) => {
    if (answer.error !== undefined) throw new Error(answer.error);
    if (answer.promise !== undefined)
      return new Promise((resolve, reject) => waiting.set(answer.promise, { resolve, reject }));
    if (answer.callable !== undefined)
      return (...args) => received(ask({ callable: answer.callable, args: args.map(sent) }));
    return answer.value;
  };
  window.addEventListener('double:expose', (event) => {
    const { name, keys } = event.detail;
    const api = Object.fromEntries(keys.map((key) =>
      [key, (...args) => received(ask({ name, key, args: args.map(sent) }))]));
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
  });
  window.addEventListener('double:target', () => {
    window.dispatchEvent(new MessageEvent('double:port', { source: target }));
  }, { once: true });
})();`;

/** Isolated world: `require('electron')` for a sandboxed preload, then the preload itself. */
export function isolatedWorld(preload: string): string {
  return `(() => {
  if (window !== window.top) return;
  let target;
  const take = (event) => { target = event.source; };
  window.addEventListener('double:port', take, { once: true });
  window.dispatchEvent(new Event('double:target'));
  const apis = new Map();
  const callables = new Map();
  let last = 0;
  const given = (item) => item.callback === undefined ? item.value : (...args) =>
    target.dispatchEvent(new CustomEvent('callback',
      { detail: { id: item.callback, args: structuredClone(args) } }));
  const settle = (id, detail) =>
    target.dispatchEvent(new CustomEvent('settled', { detail: { id, ...detail } }));
  const answered = (value) => {
    last += 1;
    const id = last;
    if (value instanceof Promise) {
      value.then((result) => settle(id, { value: structuredClone(result) }))
        .catch((error) => settle(id, { error: error.message }));
      return { promise: id };
    }
    if (typeof value === 'function') {
      callables.set(id, value);
      return { callable: id };
    }
    return { value: structuredClone(value) };
  };
  target.addEventListener('ask', ({ detail }) => {
    let answer;
    try {
      const called = detail.callable === undefined
        ? apis.get(detail.name)[detail.key] : callables.get(detail.callable);
      answer = answered(called(...detail.args.map(given)));
    } catch (error) {
      answer = { error: error.message };
    }
    target.dispatchEvent(new CustomEvent('answer', { detail: answer }));
  });
  const contextBridge = { exposeInMainWorld: (name, api) => {
    apis.set(name, api);
    window.dispatchEvent(
      new CustomEvent('double:expose', { detail: { name, keys: Object.keys(api) } }));
  } };
  const heard = new Map();
  const invoked = new Map();
  const ipcRenderer = {
    invoke: (channel, ...args) => new Promise((resolve, reject) => {
      last += 1;
      invoked.set(last, { resolve, reject });
      doubleInvoke(JSON.stringify({ id: last, channel, args: structuredClone(args) }));
    }),
    on: (channel, listener) => {
      heard.set(channel, [...(heard.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel, listener) => {
      heard.set(channel, (heard.get(channel) ?? []).filter((one) => one !== listener));
      return ipcRenderer;
    },
  };
  globalThis.doubleAnswer = ({ id, value, error }) => {
    const { resolve, reject } = invoked.get(id);
    invoked.delete(id);
    if (error === undefined) resolve(value);
    else reject(new Error(error));
  };
  globalThis.doubleHear = (channel, args) => {
    const event = { sender: ipcRenderer, senderId: 0, ports: [] };
    for (const listener of heard.get(channel) ?? []) listener(event, ...args);
  };
  const electron = { contextBridge, ipcRenderer };
  const require = (name) => {
    if (name !== 'electron') throw new Error('module not found: ' + name);
    return electron;
  };
  ((require, module, exports) => { ${preload}
  })(require, { exports: {} }, {});
})();`;
}
