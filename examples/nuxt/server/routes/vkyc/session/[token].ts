export default defineEventHandler((event) => vkyc().handle(toWebRequest(event)));
