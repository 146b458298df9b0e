// Copies a prepared text; without a clipboard the text is selected, so that the hand can copy it.
for (const button of document.querySelectorAll("[data-rangkul-copy]")) {
  button.addEventListener("click", async () => {
    const area = document.getElementById(button.dataset.rangkulCopy);
    if (area.select) area.select();
    else getSelection().selectAllChildren(area);
    try {
      await navigator.clipboard.writeText(area.value ?? area.textContent);
      button.querySelector("span").textContent = button.dataset.wordDone;
    } catch {
      area.focus();
    }
  });
}
