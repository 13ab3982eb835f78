// The terminal takes the keys as soon as something is drawn.
new MutationObserver(() => document.querySelector(".xterm-helper-textarea")?.focus()).observe(document.body, {
  attributeFilter: ["class"],
})
