import { deskScenes } from './deskScenes.tsx';
import '../desk/desk.css';
import '../desk/phone.css';
import '../desk/find.css';
import './gallery.css';
import '../wall/wall.css';
import type { Scene } from './scene.ts';
import { settingsScenes } from './settingsScenes.tsx';
import { wallScenes } from './wallScenes.tsx';
import { widgetScenes } from './widgetScenes.ts';

declare global {
  interface Window {
    /** For those who walk through all of them: the tests and the screenshots. */
    galleryScenes: { name: string; address: string; sees: string; press: readonly string[] }[];
  }
}

const scenes: Scene[] = [...deskScenes, ...settingsScenes, ...wallScenes, ...widgetScenes];
const addressOf = ({ name, path = '/' }: Scene) => `${path}?scene=${name}`;
window.galleryScenes = scenes.map((scene) => ({
  name: scene.name,
  address: addressOf(scene),
  sees: scene.sees,
  press: scene.press ?? [],
}));

const wanted = new URLSearchParams(location.search).get('scene');
const scene = scenes.find(({ name }) => name === wanted);
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
// What a scene before this one left would be part of the picture.
localStorage.clear();
sessionStorage.clear();
if (scene) {
  document.title = `${scene.title} · Gallery`;
  scene.draw(root);
} else list(root);

/** All scenes by name, with what has to be pressed to get to some of them. */
function list(into: HTMLElement): void {
  const main = document.createElement('main');
  main.className = 'gallery-list';
  const title = document.createElement('h1');
  title.textContent = 'Every state of every view';
  const items = document.createElement('ul');
  for (const one of scenes) {
    const link = Object.assign(document.createElement('a'), { href: addressOf(one), textContent: one.title });
    const item = document.createElement('li');
    item.append(link);
    if (one.press) item.append(` (then press ${one.press.join(', ')})`);
    items.append(item);
  }
  main.append(title, items);
  into.append(main);
}
