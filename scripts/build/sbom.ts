/** One package in `package-lock.json`. */
export interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  /** Base64, behind `sha512-`. */
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What a bill of materials is made from. */
export interface SbomInput {
  /** The package itself, as in its `package.json`. */
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    readonly description: string;
    readonly license: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  /** The packages of `package-lock.json`, by path. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
  /** The paths of those whose code is in the built files. */
  readonly bundled: readonly string[];
}

/** A package, in CycloneDX's terms. */
export interface SbomComponent {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly { readonly license: { readonly id: string } }[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** A bill of materials in the form CycloneDX 1.6. */
export interface Sbom {
  readonly $schema: string;
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: { readonly component: SbomComponent & { readonly description: string } };
  readonly components: readonly SbomComponent[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const purlOf = (name: string, version: string) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
const licencesOf = (id: string | undefined) => (id === undefined ? {} : { licenses: [{ license: { id } }] });

/**
 * The bill of materials of the package: what its installation brings, and what its files contain. The same package
 * gives the same text, so it has neither a time nor a serial number. Packages that a partner may have or not, such as
 * React, are the partner's.
 *
 * @throws Error when the lockfile lacks a package
 * @example
 * createSbom({ manifest, packages: lock.packages, bundled: bundledPackages(sourceMapsIn('dist')) }).components.length; // 12
 */
export function createSbom({ manifest, packages, bundled }: SbomInput): Sbom {
  const locked = (path: string): LockedPackage => {
    const entry = packages[path];
    if (entry === undefined) throw new Error(`package-lock.json has no ${path}.`);
    return entry;
  };
  /** Where Node finds a package that the one at a path imports. */
  const resolve = (from: string, name: string): string => {
    const path = `${from}${from && '/'}node_modules/${name}`;
    if (path in packages) return path;
    if (from === '') throw new Error(`package-lock.json has no ${path}.`);
    return resolve(from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name);
  };
  const refOf = (path: string) => purlOf(nameOf(path), locked(path).version);
  const installed = (path: string) =>
    Object.keys(locked(path).dependencies ?? {}).map((name) => resolve(path, name));

  const direct = Object.keys(manifest.dependencies).map((name) => resolve('', name));
  const paths = new Set(direct);
  // a set also visits what is added to it meanwhile
  for (const path of paths) installed(path).forEach((each) => paths.add(each));
  const fromInstallation = new Set(paths);
  bundled.forEach((path) => paths.add(path));

  const componentOf = (path: string): SbomComponent => {
    const { version, license, integrity } = locked(path);
    const content = Buffer.from(integrity?.replace('sha512-', '') ?? '', 'base64').toString('hex');
    return {
      type: 'library',
      'bom-ref': refOf(path),
      name: nameOf(path),
      version,
      purl: refOf(path),
      ...licencesOf(license),
      ...(content === '' ? {} : { hashes: [{ alg: 'SHA-512', content }] }),
      ...(bundled.includes(path) ? { properties: [{ name: 'cdx:npm:package:bundled', value: 'true' }] } : {}),
    };
  };
  const own = purlOf(manifest.name, manifest.version);
  const sorted = [...paths].sort();
  /** Code that is only in the files needs no installation, so it brings nothing. */
  const edgesOf = (path: string) => (fromInstallation.has(path) ? installed(path).map(refOf).sort() : []);
  const bundledOnly = sorted.filter((path) => !fromInstallation.has(path));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'library',
        'bom-ref': own,
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        purl: own,
        ...licencesOf(manifest.license),
      },
    },
    components: sorted.map(componentOf),
    dependencies: [
      { ref: own, dependsOn: [...direct, ...bundledOnly].map(refOf).sort() },
      ...sorted.map((path) => ({ ref: refOf(path), dependsOn: edgesOf(path) })),
    ],
  };
}
