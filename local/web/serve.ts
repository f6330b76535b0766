import { serve as listen } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import type { Workspace } from '../host/api';
import { createApp } from './app';

export interface Served {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  url: string;
  /** Stops listening; what is being answered is answered. */
  close(): Promise<void>;
}

/**
 * Opens the pages on this computer alone. Port 0 takes any free one. Resolves when the port answers; rejects
 * with a sentence when it is taken.
 */
export function serve(workspace: Workspace, options: { port: number }): Promise<Served> {
  const app = createApp(workspace);
  return new Promise((resolve, reject) => {
    const server: ServerType = listen(
      { fetch: app.fetch, port: options.port, hostname: '127.0.0.1' },
      (address) => {
        resolve({ url: `http://127.0.0.1:${address.port}`, close: () => stop(server) });
      },
    );
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${options.port} is taken by another program. Choose another with --port.`)
          : error,
      );
    });
  });
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // A browser keeps its connections open; they would hold the program for minutes.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
