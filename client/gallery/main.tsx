import { calendarScenes } from './calendarScenes.tsx';
import { coolingScenes } from './coolingScenes.tsx';
import { deskScenes } from './deskScenes.tsx';
import { experimentsScenes } from './experimentsScenes.tsx';
import { homesScenes } from './homesScenes.tsx';
import { peopleScenes } from './peopleScenes.tsx';
import { reportsScenes } from './reportsScenes.tsx';
import { teamScenes } from './teamScenes.tsx';
import { writeScenes } from './writeScenes.tsx';
import '../desk/desk.css';
import '../desk/myDay.css';
import '../desk/phone.css';
import '../desk/inbox/find.css';
import './gallery.css';
import '../wall/wall.css';
import type { Scene } from './scene.ts';
import { settingsScenes } from './settingsScenes.tsx';
import { wallScenes } from './wallScenes.tsx';
import { widgetScenes } from './widgetScenes.ts';

declare global {
  interface Window {
    /** For the tests and the screenshots, which visit every scene. */
    galleryScenes: { name: string; address: string; sees: string; press: readonly string[] }[];
    /** Shows another scene in the page as it stands. */
    showScene(name: string): void;
  }
}

const scenes: Scene[] = [
  ...deskScenes,
  ...calendarScenes,
  ...peopleScenes,
  ...coolingScenes,
  ...homesScenes,
  ...writeScenes,
  ...reportsScenes,
  ...experimentsScenes,
  ...teamScenes,
  ...settingsScenes,
  ...wallScenes,
  ...widgetScenes,
];
const addressOf = ({ name, path = '/' }: Scene) => `${path}${path.includes('?') ? '&' : '?'}scene=${name}`;
window.galleryScenes = scenes.map((scene) => ({
  name: scene.name,
  address: addressOf(scene),
  sees: scene.sees,
  press: scene.press ?? [],
}));

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
const page = root;
const usualFetch = window.fetch;
let takeAway = () => {};

window.showScene = (name) => {
  takeAway();
  // Leftovers of the scene before would be part of the picture.
  localStorage.clear();
  sessionStorage.clear();
  window.fetch = usualFetch;
  const scene = scenes.find((one) => one.name === name);
  if (!scene) throw new Error(`No scene is named ${name}`);
  history.replaceState(null, '', addressOf(scene));
  document.title = `${scene.title} · Gallery`;
  takeAway = scene.draw(page);
};

const wanted = new URLSearchParams(location.search).get('scene');
if (scenes.some(({ name }) => name === wanted)) window.showScene(String(wanted));
else list(page);

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
  takeAway = () => main.remove();
}
