import type { CodeFile } from './code-file.js';
import { styleFiles } from './module-lines.js';
import { reactModule } from './react-snippet.js';
import type { TagSettings } from './tag-settings.js';

const PAGE = `import { Upgrade } from './upgrade';
import { vkyc } from './vkyc';
import { cardIdOfSignedIn } from './sign-in';

export const dynamic = 'force-dynamic'; // creates a session per visit

export default async function Page() {
  const { endpoint } = await vkyc().createSession({ enKashCardId: await cardIdOfSignedIn() });
  return <Upgrade endpoint={endpoint} />;
}`;

/** A client component, and the server component that creates its session. */
export function nextSnippet(settings: TagSettings): readonly CodeFile[] {
  return [
    {
      name: 'app/upgrade.tsx',
      language: 'typescript',
      code: reactModule(settings, "'use client';\n\n"),
    },
    { name: 'app/page.tsx', language: 'typescript', code: PAGE },
    ...styleFiles(settings, 'app/vkyc-button.css'),
  ];
}
