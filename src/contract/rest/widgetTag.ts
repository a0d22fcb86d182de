/** `/widget.json`: the widget of this very build, under a name of its own, and the checksum of its script for `integrity`. */
export interface WidgetBuild {
  file: string;
  integrity: string;
}

/** The script tag that a page embeds. It follows every update of the hub by itself. */
export const widgetTag = (origin: string, siteKey: string): string =>
  `<script src="${origin}/widget.js" data-site-key="${siteKey}" async></script>`;

/** The same, for pages that run no script they have not approved: it is one build's, and ends with that build. */
export const pinnedWidgetTag = (origin: string, siteKey: string, { file, integrity }: WidgetBuild): string =>
  `<script src="${origin}/${file}" integrity="${integrity}" crossorigin="anonymous" data-site-key="${siteKey}" async></script>`;

/** The same for a tag manager, which takes the attributes from a script tag. */
export const tagManagerTag = (origin: string, siteKey: string): string => `<script>
(function () {
  var script = document.createElement('script');
  script.src = '${origin}/widget.js';
  script.async = true;
  script.setAttribute('data-site-key', '${siteKey}');
  document.head.appendChild(script);
})();
</script>`;
