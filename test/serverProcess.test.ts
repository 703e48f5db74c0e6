import assert from 'node:assert/strict';
import { serverProcess } from '../client/src/serverProcess.js';

const processOf = (settings: Record<string, unknown>) => serverProcess({ get: (key) => settings[key] });
const SMALL = '--max-semi-space-size=4';

describe('the process of the server', () => {
  it('is the editor’s own Node with the memory that takes by itself', () => {
    assert.deepEqual(processOf({ memory: 0, node: '' }), { execArgv: [SMALL] });
  });

  it('has the memory and the Node that the settings give it', () => {
    assert.deepEqual(processOf({ memory: 8192, node: '/opt/node/bin/node' }), {
      runtime: '/opt/node/bin/node',
      execArgv: [SMALL, '--max-old-space-size=8192'],
    });
  });

  it('takes nothing from settings that are wrong', () => {
    for (const memory of [-5, NaN, '8192', null, undefined]) {
      assert.deepEqual(processOf({ memory, node: 20 }), { execArgv: [SMALL] });
    }
  });
});
