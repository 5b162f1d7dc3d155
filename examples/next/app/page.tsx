import { Upgrade } from './upgrade';
import { openSession } from './vkyc/open-session';

export const dynamic = 'force-dynamic'; // a session of its own for each visit

export default async function Page() {
  return <Upgrade endpoint={await openSession()} />;
}
