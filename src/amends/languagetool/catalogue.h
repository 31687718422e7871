// What a server tells of itself and of its rules, as JSON.
#pragma once

#include <string>

#include "amends/engine.h"
#include "amends/languagetool/language.h"
#include "amends/languagetool/server_facts.h"
#include "amends/report/json_text.h"

namespace amends::languagetool {

// The object that names the program, as a check has it.
void WriteSoftware(const ServerFacts& facts, report::JsonText& json);

std::string LanguagesJson();

std::string InfoJson(const ServerFacts& facts);

// The rules that are not off under the engine's profile; none for a language that is not
// checked.
std::string ConfigInfoJson(const Engine& engine, const Language& language,
                           const ServerFacts& facts);

}  // namespace amends::languagetool
