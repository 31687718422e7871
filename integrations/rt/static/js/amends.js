// Enter in a blank of a suggestion presses the button of that suggestion.
jQuery(document).on("keydown", "input[data-amends-button]", function (event) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.getElementById(this.getAttribute("data-amends-button")).click();
});

// Addresses that were typed stay when the page comes back, also those that RT does not know.
jQuery(function () {
  jQuery("[data-amends-field]").each(function () {
    var field = document.getElementById(this.getAttribute("data-amends-field"));
    if (!field || !field.selectize) return;
    JSON.parse(this.getAttribute("data-amends-addresses")).forEach(function (address) {
      if (field.selectize.items.indexOf(address) >= 0) return;
      field.selectize.addOption({value: address, label: address, text: address});
      field.selectize.addItem(address);
    });
  });
});
