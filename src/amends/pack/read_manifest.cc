#include "amends/pack/entries.h"
#include "amends/pack/ids.h"

namespace amends::pack {
namespace {

constexpr TextForm kPackName{.longest = 100,
                             .right = IsSlug,
                             .described = "lower-case letters, digits and hyphens"};

}  // namespace

Manifest ReadManifest(Object& object) {
  Manifest read;
  read.name = object.Text("name", true, kPackName);
  object.SetId(read.name);
  read.version =
      object.Text("version", true,
                  {.longest = 40, .right = IsVersion, .described = "write 1.0 or 1.0.0"});
  read.licence = object.Text("licence", true, {.longest = 100});
  read.language =
      object.Text("language", true,
                  {.longest = 20, .right = IsSlug, .described = "write en, de or fr"});
  read.summary = object.Text("summary", true, {.longest = 500});
  read.requires_packs = object.Texts("requires", false, kPackName);
  object.Finish();
  return read;
}

}  // namespace amends::pack
