// SPDX-License-Identifier: Apache-2.0
// Keys for people who judge all day. Every key has a visible button; without this file everything works by pressing it.
(() => {
  const typing = (e) => e.target.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e)) return;
    if (e.key === "/") { const search = document.querySelector("input[type=search]"); if (search) { e.preventDefault(); search.focus(); return; } }
    const button = document.querySelector(`[data-key="${CSS.escape(e.key.toLowerCase())}"]`);
    if (button) { e.preventDefault(); button.click(); }
  });
  // Selecting words in an account fills in the stretch that the claim will point to.
  const words = document.querySelector("[data-words]");
  if (!words) return;
  const points = (text) => Array.from(text).length;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !words.contains(selection.anchorNode) || !words.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0), before = document.createRange();
    before.selectNodeContents(words); before.setEnd(range.startContainer, range.startOffset);
    const quote = document.querySelector("[name=quote]");
    if (quote) { quote.value = range.toString(); document.querySelector("[name=from]").value = points(before.toString()); }
  });
})();
