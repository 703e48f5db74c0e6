/** How the server is run, as the settings `variorum.server` say; whatever is wrong is at its default. */
export function serverProcess(settings: { get(key: string): unknown }): {
  readonly runtime?: string;
  readonly execArgv: readonly string[];
} {
  const [memory, node] = [settings.get('memory'), settings.get('node')];
  return {
    ...(typeof node === 'string' && node !== '' ? { runtime: node } : {}),
    execArgv: [
      // Less room for new objects: tens of megabytes saved, and no time that could be measured.
      '--max-semi-space-size=4',
      ...(typeof memory === 'number' && memory > 0 ? [`--max-old-space-size=${Math.floor(memory)}`] : []),
    ],
  };
}
