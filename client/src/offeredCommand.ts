import type { StaticFeature } from 'vscode-languageclient/node';

/** Tells the server by which command this client does something; it offers that only to clients that say so. */
export function offeredCommand(name: string, command: string): StaticFeature {
  return {
    fillClientCapabilities: (capabilities) => {
      const others = (capabilities.experimental ?? {}) as { variorum?: Record<string, unknown> };
      capabilities.experimental = { ...others, variorum: { ...others.variorum, [name]: command } };
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  };
}
