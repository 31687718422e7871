// The pack that `amends pack new DIR` writes to start from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/loader.h"

namespace amends::pack {

// A pack that loads over the core pack. The name is made from the last part of `folder`.
std::vector<Folder::OwnedFile> TemplateFiles(const std::filesystem::path& folder);

// Writes them beside `folder` and renames the whole. Refuses a folder that holds
// anything; nothing is left behind where it fails. Nothing = written.
std::optional<Problem> WriteTemplate(const std::filesystem::path& folder);

}  // namespace amends::pack
