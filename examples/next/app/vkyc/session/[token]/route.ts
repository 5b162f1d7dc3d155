import { vkyc } from '../../vkyc';

const handle = (request: Request) => vkyc().handle(request);

export { handle as GET, handle as POST };
