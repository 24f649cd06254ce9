/** Light or dark as the page around it is; that may set the colours, too, and style the parts. */
export const STYLE = `
:host { display: block; }
:host([hidden]) { display: none; }
.box {
  display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 12px 16px; border: 1px solid;
  border-color: var(--knights-watch-line, light-dark(#798498, #8b95a8)); border-radius: 8px;
  background: var(--knights-watch-ground, light-dark(#ffffff, #171c27));
  color: var(--knights-watch-text, light-dark(#161b26, #e8ebf2)); font: 400 15px/1.45 system-ui, sans-serif;
}
p { flex: 1 1 14em; margin: 0; }
.sign { min-width: 1.2em; text-align: center; font-size: 1.2em; color: light-dark(#5b6577, #a3adbf); }
:host([data-tone=ok]) .sign { color: light-dark(#1d8a4e, #57c98a); }
:host([data-tone=info]) .sign { color: light-dark(#177cb2, #5cb8ea); }
:host([data-tone=warn]) .sign { color: light-dark(#b06900, #f0b04a); }
:host([data-tone=bad]) .sign { color: light-dark(#cc3730, #ff8a80); }
button {
  min-height: 40px; padding: 0 16px; border: 0; border-radius: 6px; font: 600 15px system-ui, sans-serif; cursor: pointer;
  background: var(--knights-watch-action, #3350c4); color: var(--knights-watch-on-action, #ffffff);
}
button:focus-visible { outline: 2px solid light-dark(#2746c9, #a9b8ff); outline-offset: 2px; }
`;
