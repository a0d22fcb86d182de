const mostChars = 1_000;
// The first that fits: Edge and Opera name Chrome too, Chrome names Safari, and an iPhone names macOS.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** "Chrome on Windows": how a person knows a browser again that names itself so; undefined for whatever is no known browser. */
export function browserOf(userAgent: string | undefined): string | undefined {
  const told = userAgent?.slice(0, mostChars) ?? '';
  const browser = browsers.find(([pattern]) => pattern.test(told))?.[1];
  const system = systems.find(([pattern]) => pattern.test(told))?.[1];
  return browser === undefined ? undefined : system === undefined ? browser : `${browser} on ${system}`;
}
