#include "amends/input/quoted_turns.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

// Where anybody may have a mailbox: a common domain says nothing.
constexpr std::array<std::string_view, 16> kPublicDomains = {
    "gmail.com",  "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com",
    "icloud.com", "me.com",         "aol.com",     "gmx.de",      "gmx.net",  "web.de",
    "proton.me",  "protonmail.com", "mail.ru",     "yandex.ru"};

std::string DomainOf(std::string_view address) {
  const size_t at = address.rfind('@');
  return at == kNowhere ? "" : LowerLetters(address.substr(at + 1));
}

// The domain that only the agent's house has; empty where there is none.
std::string HouseDomain(const Correspondents& correspondents) {
  std::string domain = DomainOf(correspondents.agent_address);
  const bool is_public =
      std::ranges::find(kPublicDomains, domain) != kPublicDomains.end();
  if (is_public || domain == DomainOf(correspondents.customer_address)) return "";
  return domain;
}

Role RoleOf(const std::string& author, const Correspondents& correspondents,
            const std::string& house_domain) {
  const std::string lower = LowerLetters(author);
  const auto names = [&](const std::string& words) {
    return !words.empty() && FindWord(lower, LowerLetters(words)) != kNowhere;
  };
  // One word may be anybody's name.
  const bool full_name = correspondents.agent_name.find(' ') != kNowhere;
  const bool is_agent =
      names(correspondents.agent_address) ||
      (full_name && names(correspondents.agent_name)) ||
      (!house_domain.empty() && lower.find("@" + house_domain) != kNowhere);
  return is_agent ? Role::kAgent : Role::kCustomer;
}

// Without the empty lines and blanks around it.
std::string Trimmed(const std::string& text) {
  const size_t first = text.find_first_not_of('\n');
  const size_t last = text.find_last_not_of(" \t\n");
  return last == kNowhere ? "" : text.substr(first, last + 1 - first);
}

}  // namespace

void ReadQuoting(const StructureOptions& options, const Correspondents& correspondents,
                 Conversation& conversation) {
  Structure structure = ReadStructure(conversation.text, options);
  const bool all_own =
      structure.blocks.empty() ||
      (structure.blocks.size() == 1 && structure.blocks[0].kind == BlockKind::kOwn);
  conversation.blocks.clear();
  if (!all_own) conversation.blocks = std::move(structure.blocks);
  if (!conversation.context.empty()) return;
  const std::string house_domain = HouseDomain(correspondents);
  for (QuotedMessage& message : structure.messages) {
    std::string text = Trimmed(message.text);
    if (text.empty()) continue;
    conversation.context.push_back({RoleOf(message.author, correspondents, house_domain),
                                    std::move(text), std::move(message.at)});
  }
}

}  // namespace amends::input
