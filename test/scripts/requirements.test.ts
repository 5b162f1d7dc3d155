import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { installLine, missingMessage, requirePath, requirementsOf } from '../../scripts/requirements.js';

const { PATH, REDIS_SERVER_PATH } = process.env;

describe('requirements', () => {
  afterEach(() => {
    process.env.PATH = PATH;
    if (REDIS_SERVER_PATH === undefined) delete process.env.REDIS_SERVER_PATH;
    else process.env.REDIS_SERVER_PATH = REDIS_SERVER_PATH;
  });

  it('are missing with what they are for and how to install them', () => {
    process.env.PATH = '';
    delete process.env.REDIS_SERVER_PATH;
    const message = missingMessage('redis') ?? '';
    assert.match(
      message,
      /^redis-server is missing \(for tests of a store that several processes share\)\. /,
    );
    assert.ok(message.includes(installLine(['redis'])));
    assert.match(message, /or set REDIS_SERVER_PATH to its path/);
    assert.throws(() => requirePath('redis'), { message });
  });

  it('are found where an environment variable names them', () => {
    process.env.PATH = '';
    process.env.REDIS_SERVER_PATH = process.execPath;
    assert.equal(missingMessage('redis'), undefined);
    assert.equal(requirePath('redis'), process.execPath);
  });

  it('are not looked for elsewhere when that variable names no file', () => {
    process.env.REDIS_SERVER_PATH = '/nowhere/redis-server';
    assert.throws(
      () => missingMessage('redis'),
      /^Error: REDIS_SERVER_PATH names no file: \/nowhere\/redis-server/,
    );
  });

  it('are installed together with one line, each package once', () => {
    const line = installLine(requirementsOf('npm test'));
    assert.match(
      line,
      /^(sudo )?apt-get update && (sudo )?apt-get install --yes --no-install-recommends [a-z0-9 -]+$/,
    );
    const packages = line.split('--no-install-recommends ')[1]?.split(' ') ?? [];
    assert.deepEqual(packages, [
      'chromium',
      'firefox-esr',
      'webkit2gtk-driver',
      'xvfb',
      'fonts-noto-core',
      'redis-server',
      'python3',
      'php-cli',
      'openjdk-17-jdk-headless',
      'golang-go',
      'python3-fastapi',
      'python3-uvicorn',
    ]);
  });
});
