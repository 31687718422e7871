// The JSON of a check. Offsets and lengths are UTF-16 code units of the text with markup,
// as its clients count; every field that a client is known to insist on is there, empty
// rather than absent, unless the request is for the compact form.
#pragma once

#include <string>
#include <vector>

#include "amends/languagetool/match.h"
#include "amends/languagetool/request.h"
#include "amends/languagetool/server_facts.h"
#include "amends/result.h"

namespace amends::languagetool {

// The language that the text is checked in, and the one that its words are of.
struct SpokenLanguage {
  Language language;
  Language detected;
  bool sure = false;  // there are words enough to tell

  bool operator==(const SpokenLanguage&) const = default;
};

// `matches` are those of the request and the result. Of a text in a language that is not
// checked there are none.
std::string CheckJson(const CheckRequest& request, const SpokenLanguage& spoken,
                      const Result& result, const std::vector<Match>& matches,
                      const ServerFacts& facts);

}  // namespace amends::languagetool
