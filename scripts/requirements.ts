import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { findChromium, findFirefox, findFullChromium, findWebKitDriver } from './find-browser.js';
import { findFont } from './find-font.js';
import { findOnPath, fromVariable } from './find-program.js';
import { isRoot } from './is-root.js';

/** Something that tests need and that npm does not install. */
export interface Requirement {
  readonly title: string;
  /** The tests that need it. */
  readonly purpose: string;
  readonly command: 'npm test' | 'npm run test:examples';
  /** One or several, separated by spaces. */
  readonly debianPackage: string;
  /** An environment variable that can name its path. */
  readonly variable?: string;
  /** Its path; undefined when it is missing. */
  readonly find: () => string | undefined;
}

const canRun = (path: string, ...args: readonly string[]) => spawnSync(path, args).status === 0;

/** Python 3.9 or later. */
const findPython = () => {
  const path = findOnPath('python3');
  return path && canRun(path, '-c', PYTHON_CHECK) ? path : undefined;
};

/** A Python that has FastAPI; Debian installs it for its own Python. */
const findFastapi = () =>
  [findOnPath('python3'), '/usr/bin/python3']
    .filter((path) => path !== undefined && existsSync(path))
    .find((path) => path !== undefined && canRun(path, '-c', `import fastapi, uvicorn; ${PYTHON_CHECK}`));

const PYTHON_CHECK = 'import sys; sys.exit(sys.version_info < (3, 9))';

/** A JDK of 17 or later: a runtime alone does not have the compiler. */
const findJava = () => {
  const path = findOnPath('java');
  return path && canRun(path, '--list-modules', '--limit-modules', 'jdk.compiler', '--version')
    ? path
    : undefined;
};

const REQUIREMENTS = {
  chromium: {
    title: 'Chromium',
    purpose: 'tests in a browser',
    command: 'npm test',
    debianPackage: 'chromium',
    variable: 'CHROME_PATH',
    find: findChromium,
  },
  'full-chromium': {
    title: 'A complete Chrome, Chromium or Edge',
    purpose:
      'tests of blocked popups, a denied camera and the back/forward cache, which a headless shell lacks',
    command: 'npm test',
    debianPackage: 'chromium',
    variable: 'CHROME_PATH',
    find: findFullChromium,
  },
  firefox: {
    title: 'Firefox',
    purpose: 'end-to-end tests in a second engine',
    command: 'npm test',
    debianPackage: 'firefox-esr',
    variable: 'FIREFOX_PATH',
    find: findFirefox,
  },
  webkit: {
    title: 'WebKitWebDriver',
    purpose: 'tests in WebKitGTK, whose engine is that of Safari',
    command: 'npm test',
    debianPackage: 'webkit2gtk-driver',
    find: findWebKitDriver,
  },
  xvfb: {
    title: 'Xvfb',
    purpose: 'tests in WebKitGTK, which needs a display',
    command: 'npm test',
    debianPackage: 'xvfb',
    find: () => findOnPath('Xvfb'),
  },
  fonts: {
    title: 'The Noto fonts',
    purpose: 'tests of the layout in Hindi; others then show substitutes for Indian letters',
    command: 'npm test',
    debianPackage: 'fonts-noto-core',
    find: () => findFont(/NotoSansDevanagari/),
  },
  redis: {
    title: 'redis-server',
    purpose: 'tests of a store that several processes share',
    command: 'npm test',
    debianPackage: 'redis-server',
    variable: 'REDIS_SERVER_PATH',
    find: () => fromVariable('REDIS_SERVER_PATH') ?? findOnPath('redis-server'),
  },
  python: {
    title: 'Python 3.9 or later',
    purpose: 'tests of examples/backends/python',
    command: 'npm test',
    debianPackage: 'python3',
    find: findPython,
  },
  php: {
    title: 'PHP',
    purpose: 'tests of examples/backends/php',
    command: 'npm test',
    debianPackage: 'php-cli',
    find: () => findOnPath('php'),
  },
  java: {
    title: 'A JDK of 17 or later',
    purpose: 'tests of examples/backends/java',
    command: 'npm test',
    debianPackage: 'openjdk-17-jdk-headless',
    find: findJava,
  },
  go: {
    title: 'Go',
    purpose: 'tests of examples/backends/go',
    command: 'npm test',
    debianPackage: 'golang-go',
    find: () => findOnPath('go'),
  },
  fastapi: {
    title: 'FastAPI with uvicorn',
    purpose: 'tests of examples/backends/python/fastapi_app.py',
    command: 'npm test',
    debianPackage: 'python3-fastapi python3-uvicorn',
    find: findFastapi,
  },
} as const satisfies Record<string, Requirement>;

/** A row of the table of requirements. */
export type RequirementName = keyof typeof REQUIREMENTS;

/** A requirement by its name. */
export const requirement = (name: RequirementName): Requirement => REQUIREMENTS[name];

const NAMES = Object.keys(REQUIREMENTS) as RequirementName[];

/** What a command needs, by name. */
export const requirementsOf = (command: Requirement['command']): RequirementName[] =>
  NAMES.filter((name) => REQUIREMENTS[name].command === command);

/** Whether this is Debian itself, where {@link installLine} works as it is. */
export const isDebian = (): boolean => {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

/** The Debian packages of some requirements, each once. */
export const debianPackages = (names: readonly RequirementName[]): string[] => [
  ...new Set(names.flatMap((name) => REQUIREMENTS[name].debianPackage.split(' '))),
];

/** The line that installs some requirements on Debian. */
export function installLine(names: readonly RequirementName[]): string {
  const apt = isRoot ? 'apt-get' : 'sudo apt-get';
  return `${apt} update && ${apt} install --yes --no-install-recommends ${debianPackages(names).join(' ')}`;
}

/** What is missing, what it is for and how to install it; undefined when it is there. */
export function missingMessage(name: RequirementName): string | undefined {
  const { title, purpose, variable, find }: Requirement = REQUIREMENTS[name];
  if (find() !== undefined) return undefined;
  const otherwise = variable === undefined ? '' : `, or set ${variable} to its path`;
  const install = isDebian()
    ? `Install it with "${installLine([name])}"${otherwise}.`
    : `Install it${otherwise}. On Debian: ${installLine([name])}`;
  return `${title} is missing (for ${purpose}). ${install}`;
}

/** Every {@link missingMessage} of this machine: the only reasons to skip a test. */
export const missingMessages = (): string[] =>
  NAMES.map(missingMessage).filter((message) => message !== undefined);

/** The path of a requirement. @throws with {@link missingMessage} when it is missing. */
export function requirePath(name: RequirementName): string {
  const path = REQUIREMENTS[name].find();
  if (path === undefined) throw new Error(missingMessage(name));
  return path;
}
