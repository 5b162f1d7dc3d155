import { Upgrade } from './upgrade';
import { openSession } from './vkyc/open-session';

export const dynamic = 'force-dynamic'; // creates a session per visit

export default async function Page() {
  return <Upgrade endpoint={await openSession()} />;
}
