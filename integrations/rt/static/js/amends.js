// Enter in a blank of a suggestion presses the button of that suggestion.
jQuery(document).on("keydown", "input[data-amends-button]", function (event) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.getElementById(this.getAttribute("data-amends-button")).click();
});
