// Whether somebody has typed or chosen here what no server knows yet.
function changed(field) {
  if (field.type === "hidden" || field.disabled) return false;
  if (field.matches("select")) {
    const first = [...field.options].find((one) => one.defaultSelected) ?? field.options[0];
    return !field.multiple && Boolean(first) && !first.selected;
  }
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

export function unsaved(root) {
  return [...root.querySelectorAll("input, textarea, select")].some(changed);
}
