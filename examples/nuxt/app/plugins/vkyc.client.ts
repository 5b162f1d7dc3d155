// registers the tag, in the browser alone
import 'enkash-vkyc-button/define.js';

export default defineNuxtPlugin(() => {});
