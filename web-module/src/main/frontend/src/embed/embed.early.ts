import { KnightsWatchElement } from './element';

// One script for pages of exam platforms: `<script src="https://exams.example.org/embed.js" async></script>`.
if (customElements.get('knights-watch') === undefined) customElements.define('knights-watch', KnightsWatchElement);
