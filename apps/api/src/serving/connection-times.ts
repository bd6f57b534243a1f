/** How long a connection may keep the server waiting, in milliseconds. */
export const CONNECTION_TIMES = {
  http: {
    /** All headers of a request. */
    headersTimeout: 15_000,
    connectionsCheckingInterval: 5_000,
  },
  /** Without a letter either way: longer than any statement may run, and than rows wait for their turn. */
  connectionTimeout: 300_000,
};
