/** Text that stands in HTML as it is. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page of the hub's own, readable without a script, in light and dark. `body` is HTML. */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${pageStyle}</style></head><body>${body}</body></html>`;

/** The policy of the pages names it by its hash. */
export const pageStyle = `
:root{color-scheme:light dark;--page:light-dark(#fbfaf8,#161718);--card:light-dark(#fff,#1e2022);--ink:light-dark(#1f2326,#e8e6e3);
--soft:light-dark(#5c6670,#a3a9ae);--line:light-dark(#e4e0da,#33373a);--accent:light-dark(#0f6b5c,#5cc9b3);--code:light-dark(#f2efea,#26292b)}
*{box-sizing:border-box}body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:66rem;background:var(--page);color:var(--ink);
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:1.75rem;margin:0}h2{font-size:1.25rem;margin:2.5rem 0 .75rem}h3{font-size:1rem;margin:1.5rem 0 .5rem}
header p,.soft{color:var(--soft)}header p{margin:.25rem 0 0}a{color:var(--accent)}p{max-width:44rem}
a:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
code,pre{font:14px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}code{background:var(--code);border-radius:4px;padding:.1em .3em;overflow-wrap:anywhere}
pre{max-height:24rem;overflow:auto;background:var(--code);border-radius:8px;padding:.9rem 1rem;white-space:pre-wrap}pre code{background:none;padding:0}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1.25rem 0}
@media(min-width:60rem){body:has(.with-index){max-width:84rem}.with-index{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:2.5rem}
.with-index nav{position:sticky;top:1.25rem;align-self:start;flex-direction:column;flex-wrap:nowrap;max-height:calc(100vh - 2.5rem);overflow-y:auto;font-size:.92rem}
.with-index nav .deep{padding-left:.9rem}}
details{background:var(--card);border:1px solid var(--line);border-radius:8px;margin:.4rem 0}
summary{cursor:pointer;padding:.55rem .9rem;display:flex;flex-wrap:wrap;gap:.15rem .75rem;align-items:baseline}
summary::marker{content:""}summary .verb{font:600 .75rem ui-monospace,monospace;color:var(--accent);min-width:3rem}
summary .name{font:600 .9rem ui-monospace,monospace;overflow-wrap:anywhere}summary .soft{font-size:.9rem}
details>div{padding:0 .9rem .8rem;border-top:1px solid var(--line)}h4{margin:.8rem 0 .2rem;font-size:.85rem;color:var(--soft);font-weight:600}
.table{overflow-x:auto}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top;font-size:.92rem}
ul.fields{list-style:none;margin:0;padding-left:1rem;border-left:1px solid var(--line)}.fields li{margin:.1rem 0;font-size:.92rem}
.places{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem;margin:2rem 0}
.places a{display:block;height:100%;padding:1.1rem 1.2rem;background:var(--card);border:1px solid var(--line);border-radius:10px;text-decoration:none;color:var(--ink)}
.places a:hover{border-color:var(--accent)}.places strong{display:block;color:var(--accent)}.places span{color:var(--soft);font-size:.93rem}
`;
