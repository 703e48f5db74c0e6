// Loaded before a program with `--require`: the program ends at once where it opens a socket or starts another
// program. Its status says so, and so does its stderr.
'use strict';
const fs = require('node:fs');

const STATUS = 86;

function forbid(holder, names, what) {
  for (const name of names) {
    if (typeof holder[name] !== 'function') continue;
    holder[name] = () => {
      fs.writeSync(2, `forbidden: ${what}.${name}\n`);
      process.exit(STATUS);
    };
  }
}

const callable = (module) => Object.keys(module).filter((name) => /^[a-z]/.test(name));

// Standard streams that are pipes are sockets too, but are never connected.
forbid(require('node:net').Socket.prototype, ['connect'], 'net.Socket');
forbid(require('node:net').Server.prototype, ['listen'], 'net.Server');
forbid(require('node:tls'), ['connect', 'createServer'], 'tls');
forbid(require('node:dgram'), ['createSocket'], 'dgram');
for (const name of ['http', 'https', 'http2']) {
  forbid(require(`node:${name}`), ['request', 'get', 'connect', 'createServer', 'createSecureServer'], name);
}
for (const name of ['dns', 'dns/promises', 'child_process', 'cluster']) {
  const module = require(`node:${name}`);
  forbid(module, callable(module), name);
}
forbid(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'globalThis');
