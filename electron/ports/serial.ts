/** How one serial port is set. Parity and bits follow the maker's interface document. */
export interface SerialSettings {
  readonly path: string;
  readonly baudRate: number;
  readonly dataBits?: 7 | 8;
  readonly parity?: 'none' | 'even' | 'odd';
  readonly stopBits?: 1 | 2;
  readonly flow?: 'none' | 'rtscts' | 'xonxoff';
}

/** What a port tells its owner. After `closed` nothing more comes. */
export interface SerialListener {
  bytes(bytes: Uint8Array): void;
  closed(why: string): void;
}

/** An open port that carries raw bytes; text decoding happens after the checksum, never here. */
export interface SerialPort {
  /** Resolves when the bytes are handed to the system; rejects when the line is gone. */
  write(bytes: Uint8Array): Promise<void>;
  /** Throws away what waits in both directions (a stale buffer is not news). */
  flush(): Promise<void>;
  /** Ends quietly; the listener's `closed` is not called for it. */
  close(): Promise<void>;
}

/** One line to one device, serial or TCP; knows by itself where it leads. */
export interface LineOpener {
  /**
   * Resolves once bytes can flow (for a listening line: when the device has called). Rejects with an Error that
   * says why not. `ending` gives up an opening that waits.
   */
  open(listener: SerialListener, ending: AbortSignal): Promise<SerialPort>;
}

/** Opens ports; rejects with an Error when the port is missing or taken. */
export interface SerialOpener {
  open(settings: SerialSettings, listener: SerialListener): Promise<SerialPort>;
}
