import { writeFileSync, mkdirSync } from 'node:fs';
import { openGallery } from '/work/wt/face/scripts/gallery/open-gallery.js';
import { shootPicture } from '/work/wt/face/scripts/gallery/pictures.js';
const g = await openGallery();
mkdirSync('/tmp/facew/p',{recursive:true});
for (const spec of process.argv.slice(2)) {
  const [scene, ...opts] = spec.split(',');
  const view = Object.fromEntries(opts.map(o=>o.split('=')).map(([k,v])=>[k,k==='width'?Number(v):v]));
  try { writeFileSync(`/tmp/facew/p/${spec.replaceAll(',','_').replaceAll('=','-')}.png`, await shootPicture(g,{name:scene,scene,view} as any)); } catch(e){console.log(spec,String(e).slice(0,300))}
}
await g.close();
